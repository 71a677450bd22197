export { generateCity, DEFAULT_CITY, type City } from './generate/generate-city.js';
export type { CityOptions, CityPlan, Submission } from './generate/plan.js';
export type { Truth } from './generate/truth.js';
export { pushedFiles, type DemoDelivery, type DemoFile } from './deliveries/deliveries.js';
export { codersWords, type CodersWord } from './coders-words.js';
export { recordsForLinkage, type LinkageLine } from './linkage-records.js';
export { MISTAKES } from './mistakes/rates.js';
export { startPortal, type Portal } from './portal/portal.js';
export { demoDeliveries, demoSources, type DemoRegistry, type DemoSource } from './sources/sources.js';
