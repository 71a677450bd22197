import { iso } from '../calendar.js';
import { conversationTruth, type ConversationTruth } from '../conversation/truth.js';
import { personCode } from '../people/person.js';
import { answerOf, type DemoAnswer, questionsOf } from '../questions/asked.js';
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
  /** Who answered what to each closed question, a person's latest answer alone: people by answer; of a matrix `item: answer`. */
  answers: { engagement: string; question: string; text: string; people: Record<string, number> }[];
  /** Who voted, of which camp, and what of each statement. */
  conversation: ConversationTruth;
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
    answers: answersOf(plan),
    conversation: conversationTruth(plan.conversation),
    groups: groupNames(plan),
  };
}

function answersOf({ engagements, submissions }: CityPlan): Truth['answers'] {
  return engagements.flatMap(({ key }) => {
    const own = submissions.filter(({ engagement }) => engagement.key === key);
    return questionsOf(key).map((question) => {
      const latest = new Map<number, string[]>();
      for (const submission of own) {
        const answer = answerOf(question, submission);
        if (answer !== null) latest.set(submission.person.index, asTexts(answer));
      }
      const people: Record<string, number> = {};
      for (const answer of [...latest.values()].flat()) people[answer] = (people[answer] ?? 0) + 1;
      return { engagement: key, question: question.key, text: question.text, people };
    });
  });
}

const asTexts = (answer: DemoAnswer): string[] =>
  Array.isArray(answer)
    ? answer
    : typeof answer === 'object'
      ? Object.entries(answer).map(([item, given]) => `${item}: ${given}`)
      : [String(answer)];

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
