import type { DemographicField } from '#domain';
import { asksOfSelf, characteristicNamed } from './characteristic-labels.js';
import { type Finding, wordsOf } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import type { ColumnLabel } from './sheet.js';
import { runsOf } from './stems.js';
import { ticksOf } from './tick-all.js';

/** Characteristics of which nobody says yes or no: a tick under their name is no answer of theirs. */
const NEVER_TICKED: ReadonlySet<DemographicField> = new Set<DemographicField>([
  'age',
  'sex',
  'gender',
  'ethnic-group',
  'sexual-orientation',
  'religion',
]);

const TICKED = /^(1(\.0)?|0(\.0)?|x|yes|no|y|n|true|false)$/i;

/** Do cells say no more than a tick, under the name of a characteristic that is told by other words? */
export const isTickedOnly = (field: DemographicField, { counts, overflow }: ColumnProfile): boolean =>
  NEVER_TICKED.has(field) && overflow === 0 && [...counts.keys()].every((cell) => TICKED.test(cell));

/** Headings and questions over what is asked of the person, an item each: "About you - Disability". */
const OF_THE_PERSON =
  /\b(about (you|the (person|respondent|client))|your(self| details)|(are|were|do|did|have) you(?! (think|want|feel|believe|need|worry|find|value|prefer|like|use)\b)|equalit(y|ies)|equal opportunities|diversity|demographics?|monitoring|personal|profile|characteristics? of|details|respondents?|participants?|clients?|patients?|persons?|customers?|members?|residents?|tenants?|applicants?|attendees?|service users?|users?|identify|describe)\b|^(is|has|are|have|am|i am|i'm|you|me)$/;
/** What is said of a person or of their troubles: which of the two, the options beside tell. */
const OF_THE_PERSON_OR_A_LIST =
  /\b(appl(y|ies) to (you|me)|true (of|for|about) (you|me)|relevant to (you|me)|(your|my) (situation|circumstances|background)|protected characteristics?)\b/;

/** Why a person is asked of an option that bears the name of a characteristic. */
export const OPTION_OR_PERSON =
  'An option bears the name of a characteristic: is it one of this list, or asked of the person who answers?';

/**
 * Columns taken for a characteristic that are an option among others: neighbours under the same question hold the same ticks
 * and are no characteristics, or it is one of which nobody says yes or no.
 * @returns places of such columns, each with whether that is doubtful
 */
export function tickedWords(
  labels: readonly ColumnLabel[],
  profiles: readonly ColumnProfile[],
  findings: readonly Finding[],
): Map<number, boolean> {
  const field = (at: number): DemographicField | null => {
    const { meaning } = findings[at]!;
    return meaning.as === 'demographic' ? meaning.characteristic : null;
  };
  const found = new Map<number, boolean>();
  for (const run of runsOf(labels)) {
    const columns = run.columns.filter((at) => field(at) !== null || findings[at]!.meaning.as === 'question');
    const named = columns.filter((at) => field(at) !== null);
    if (named.length === 0 || columns.length < 2) continue;
    const stem = wordsOf(run.stem);
    const asked = characteristicNamed(stem);
    if (OF_THE_PERSON.test(stem) || (asked && asksOfSelf(stem, asked) !== false)) continue;
    const items = columns.map((at) => run.items[run.columns.indexOf(at)]!);
    if (!ticksOf(columns, items, profiles)) continue;
    const never = named.some((at) => NEVER_TICKED.has(field(at)!));
    const either = OF_THE_PERSON_OR_A_LIST.test(stem);
    if (!never && (named.length === columns.length || (either && 2 * named.length >= columns.length)))
      continue;
    // A yes to disability or caring may always be of the person.
    const doubtful = !never || either;
    for (const at of named) found.set(at, (found.get(at) ?? true) && doubtful);
  }
  return found;
}
