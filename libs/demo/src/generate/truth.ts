import { iso } from '../calendar.js';
import { personCode } from '../people/person.js';
import type { CityPlan } from './plan.js';
import { answerKeys } from './answer-keys.js';

/** What is so in the demonstration city, for tests and measurements only. It is in no delivery and on no page. */
export interface Truth {
  notice: string;
  seed: number;
  people: {
    id: string;
    household: number;
    givenName: string;
    familyName: string;
    formerFamilyName: string | null;
    dateOfBirth: string;
    ward: string | null;
    formerWard: string | null;
  }[];
  submissions: {
    source: string;
    externalId: string;
    person: string;
    /** Id of the group for which the person answers. */
    group: string | null;
    /** Nothing that identifies was given: nobody could link it. */
    thin: boolean;
    /** Its date never was: intake must refuse the row. */
    spoilt: boolean;
    mistakes: string[];
  }[];
  texts: {
    source: string;
    externalId: string;
    /** Key or column of the question in that layout. */
    question: string;
    themes: string[];
    stance: string | null;
    /** The same for texts that are copies of one another, or equal word by word by chance. */
    copyOf: string | null;
    personalData: { type: string; value: string }[];
    safeguarding: boolean;
  }[];
  /** Every name that a group was called by. */
  groups: { written: string; group: string; name: string }[];
}

export function truthOf(plan: CityPlan): Truth {
  return {
    notice: 'Synthetic. The truth about the demonstration city, for tests only.',
    seed: plan.seed,
    people: plan.people.map((person) => ({
      id: personCode(person),
      household: person.household,
      givenName: person.givenName,
      familyName: person.familyName,
      formerFamilyName: person.formerFamilyName,
      dateOfBirth: iso(person.birth),
      ward: person.home.ward,
      formerWard: person.formerHome?.ward ?? null,
    })),
    submissions: plan.submissions.map((submission) => ({
      source: submission.engagement.source,
      externalId: submission.externalId,
      person: personCode(submission.person),
      group: submission.group?.id ?? null,
      thin: submission.given.mistakes.includes('anonymous'),
      spoilt: submission.spoilt,
      mistakes: submission.given.mistakes,
    })),
    texts: textsOf(plan),
    groups: groupNames(plan),
  };
}

function textsOf({ submissions }: CityPlan): Truth['texts'] {
  const told = submissions.flatMap((submission) =>
    submission.texts.map((written) => ({ submission, written, words: wordsOf(written.text) })),
  );
  const copies = new Map<string, string>();
  const seen = new Set<string>();
  for (const { written, words } of told) {
    if (written.copyOf) copies.set(words, written.copyOf);
    else if (seen.has(words) && !copies.has(words)) copies.set(words, `equal-words-${copies.size + 1}`);
    seen.add(words);
  }
  return told.map(({ submission, written, words }) => ({
    source: submission.engagement.source,
    externalId: submission.externalId,
    question: answerKeys(submission.engagement.source)[written.part],
    themes: [...written.themes],
    stance: written.stance,
    copyOf: written.copyOf ?? (written.stance === null ? null : (copies.get(words) ?? null)),
    personalData: [...written.planted],
    safeguarding: written.safeguarding,
  }));
}

/** What is said, whatever its capitals, signs and spaces: two who say that say the same. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function groupNames(plan: CityPlan): Truth['groups'] {
  const names = new Map(plan.groups.map((group) => [group.id, group.name]));
  const seen = new Map<string, { written: string; group: string; name: string }>();
  for (const { group } of plan.submissions)
    if (group) seen.set(`${group.id}/${group.written}`, { ...nameOf(group, names) });
  return [...seen.values()].sort((a, b) => (a.group + a.written < b.group + b.written ? -1 : 1));
}

function nameOf(group: { id: string; written: string }, names: Map<string, string>): Truth['groups'][number] {
  return { written: group.written, group: group.id, name: names.get(group.id) ?? '' };
}
