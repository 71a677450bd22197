import { Turns } from '#platform';

/**
 * What somebody waits for in front of a page: less than a delivery may take. All that is shown on pages takes its turns together, so
 * that it needs 1.2 GB at the most, however many ask and whichever way.
 */
export const FOR_PAGES = { processorSeconds: 25, memoryMb: 600, turns: new Turns(2, 16) };
