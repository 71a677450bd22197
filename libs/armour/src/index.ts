export { armour } from './armour.js';
export { boundBodies, FORM_LIMIT, type Takes } from './bodies.js';
export { comparing, digestsDiffer, following, toldDigests } from './digest.js';
export { NestLogger } from './nest-logger.js';
export { NOTHING_HERE, serverOptions } from './server-options.js';
export { cutSlowBodies } from './slow-bodies.js';
