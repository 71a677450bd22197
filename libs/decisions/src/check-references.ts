import type { DecisionDraft } from '#domain';
import type { DecisionProblem } from './check.js';

/** Codes that there are: of the edition that is read, and of plans. */
export interface KnownCodes {
  themes: ReadonlySet<string>;
  wards: ReadonlySet<string>;
  communities: ReadonlySet<string>;
  /** `agency/key`. */
  engagements: ReadonlySet<string>;
  /** `agency/code`. */
  priorities: ReadonlySet<string>;
}

/**
 * Do the codes that a decision names exist? What was written is not repeated: its place in the list is named.
 * @param held how it stands now: what it named before may have left the edition since, and stays
 */
export function checkReferences(
  draft: DecisionDraft,
  known: KnownCodes,
  held: DecisionDraft | null = null,
): DecisionProblem[] {
  const fields = ['themes', 'wards', 'communities', 'engagements', 'priorities'] as const;
  return fields.flatMap((field) =>
    draft[field].flatMap((code, at) =>
      known[field].has(code) || held?.[field].includes(code)
        ? []
        : [{ field, reason: `Number ${at + 1} of this list is no ${NAMES[field]} of this hub.` }],
    ),
  );
}

/**
 * What a form sends back of a decision, with the communities that it could not show: one that is named no more has a code that spells its name, so
 * nobody is given it, and it stays tied to what it was tied to.
 */
export const withUnnamed = <D extends DecisionDraft>(
  draft: D,
  { communities: named }: KnownCodes,
  held: DecisionDraft | null,
): D => {
  const unseen = (held?.communities ?? []).filter((code) => !named.has(code));
  return { ...draft, communities: [...new Set([...draft.communities, ...unseen])] };
};

const NAMES = {
  themes: 'theme',
  wards: 'ward',
  communities: 'community',
  engagements: 'engagement (agency/key)',
  priorities: 'priority of a plan (agency/code)',
} as const;
