import type { Line } from './queries';

/** Grades from the surest down. */
export const GRADES: readonly Line['grade'][] = ['READY', 'INDICATIVE', 'LEARNING'];
