import type { Engagement } from '#domain';
import type { ReadContext } from '../contract.js';
import type { DateOrder } from './dates.js';
import type { FoundColumns } from './resolve.js';

/** What reading a delivery learnt and each of its rows needs again. Plain JSON: it may be stored and come back. */
export interface SheetNotes {
  /** By file name. */
  columns: Record<string, FoundColumns>;
  /** Order of day and month by column. */
  dateOrders: Record<string, DateOrder>;
  /** Engagements described by the delivery, by key. */
  engagements: Record<string, Engagement>;
  /** The wording of questions as the delivery gives it, by column. */
  questionTexts: Record<string, string>;
  /** Sentences on what was taken for granted (encoding, delimiter, sheet), to be shown to the partner. */
  assumptions: string[];
}

export const notesOf = (context: ReadContext): SheetNotes => context.notes as unknown as SheetNotes;
