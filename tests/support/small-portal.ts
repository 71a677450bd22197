import { generateCity, startPortal, type Portal } from '#demo';

/** The council's portal of a small synthetic city, in this process, for hubs that really pull. */
export const smallPortal = (): Promise<Portal> =>
  startPortal({ port: 0, city: generateCity({ seed: 7, size: 300 }) });
