import type { ClosedOption, ClosedQuestion, GivenAnswer } from './closed-option.js';
import { fingerprint } from './fingerprint.js';
import { numberOptions } from './number-options.js';
import { listOrder } from './scales/order.js';
import { unanswered, type Unanswered } from './unanswered.js';

/** More different answers than this are no list that a person chose from. */
const MOST_OPTIONS = 60;
/** What stands for all answers where they are too many for a list. */
export const TOO_MANY_ANSWERS = 'Too many different answers for a list';
/** A label that no list holds is shown only where this many people gave it: what one person typed is never published. */
const FEWEST_FOR_LABEL = 10;

/** What became of a request may be that it was refused, or of a thing that it declined: beside one of these, it is an answer. */
const GRANTED =
  /^(grant|accept|approv|agree|allow|offer|award|give|issue|permit|pass|succe|upheld|attend|took|take|had|receiv|vaccinat|complet|improv|increas|better|stay|same|no change|unchanged)/;
const REFUSED = /^(refused?|declined?)$/;
/** Beside a yes of Welsh "Na" is its no. */
const WELSH_YES = /^(ie|ydw|ydy|ydi|oes|do|mae)$/;
/** "Not known" beside "Known" is an answer: what it denies another option says. */
const DENIED = /^(?:not|no) (.+)$/;

const plain = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Options of a closed question, the base first, in the order asked (or of a scale, of size, of the alphabet: never of
 * how often they were chosen).
 *
 * Options that were read off a file's cells (`learnt`) are no list that was asked: of them, and of whatever was answered since,
 * those that ten people gave are shown.
 * @param kept options of the same question in the edition before: bands of numbers stay as they were
 * @returns empty where nobody answered and nothing says what could be; without a list where too many answers differ
 */
export function closedOptions(
  question: ClosedQuestion,
  given: readonly GivenAnswer[],
  kept: readonly Pick<ClosedOption, 'code' | 'label'>[] = [],
): ClosedOption[] {
  const found = given.filter(({ answer }) => answer.trim() !== '');
  if (found.length === 0 && question.options.length === 0) return [];
  // Of an open question only who wrote something is counted here; what they wrote is coded.
  if (question.kind === 'free-text') return [{ ...BASE, answers: found.map(({ answer }) => answer) }];
  if (question.kind === 'ranking') return ranked(found, question, kept);
  const numbers = found.filter(({ answer }) => Number.isFinite(Number(answer)));
  const onlyNumbers =
    numbers.length > 0 && found.every((each) => numbers.includes(each) || unanswered(each.answer));
  if (question.kind === 'number' || (question.options.length === 0 && onlyNumbers))
    return withBase([...numberOptions(numbers, kept), ...apartOptions(groupAlike(found), unanswered)]);
  const groups = groupAlike(found);
  const apart = apartIn([...question.options, ...groups.map(({ label }) => label)]);
  const labels = labelsOf(question, groups, apart);
  return withBase(assigned(groups, labels, apart, kept));
}

interface Alike {
  key: string;
  label: string;
  people: number;
  answers: string[];
}

/** Answers that differ in case, blanks or the shape of an apostrophe are one. */
function groupAlike(given: readonly GivenAnswer[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const { answer, people } of [...given].sort((a, b) => (a.answer < b.answer ? -1 : 1))) {
    const key = plain(answer);
    const group = groups.get(key) ?? { key, label: answer.trim(), people: 0, answers: [] };
    group.people += people;
    group.answers.push(answer);
    groups.set(key, group);
  }
  return [...groups.values()];
}

type Apart = (answer: string) => Unanswered | null;

/** What says nothing, beside all that was asked and answered. */
function apartIn(all: readonly string[]): Apart {
  const said = all.map(plain);
  const granted = said.some((answer) => GRANTED.test(answer));
  const welsh = said.some((answer) => WELSH_YES.test(answer));
  const denies = (answer: string): boolean => {
    const [, word] = DENIED.exec(answer) ?? [];
    return word !== undefined && said.some((other) => other !== answer && ` ${other} `.includes(` ${word} `));
  };
  return (given) => {
    const answer = plain(given);
    const isAnswer = (granted && REFUSED.test(answer)) || (welsh && answer === 'na') || denies(answer);
    return isAnswer ? null : unanswered(given);
  };
}

/** Labels that may be shown, in order; null where there are too many. */
function labelsOf(
  { options, learnt = false }: ClosedQuestion,
  groups: readonly Alike[],
  apart: Apart,
): string[] | null {
  if (options.length > 0 && !learnt) return options.filter((label) => !apart(label));
  const common = groups.filter(({ label, people }) => !apart(label) && people >= FEWEST_FOR_LABEL);
  if (common.length > MOST_OPTIONS && !learnt) return null;
  return listOrder(asSpelled(common, options));
}

/** Labels of answers that many people gave, as the list spells them that was read off a file. */
function asSpelled(common: readonly Alike[], learnt: readonly string[]): string[] {
  const spelled = new Map(learnt.map((label) => [plain(label), label]));
  return common.map(({ key, label }) => spelled.get(key) ?? label);
}

function assigned(
  groups: readonly Alike[],
  labels: readonly string[] | null,
  apart: Apart,
  kept: readonly Pick<ClosedOption, 'code' | 'label'>[],
): ClosedOption[] {
  const wanted = new Map((labels ?? []).map((label) => [plain(label), label]));
  const answersOf = (passes: (group: Alike) => boolean): string[] =>
    groups.filter(passes).flatMap(({ answers }) => answers);
  const codes = new Codes(kept);
  const options = [...wanted].map(([key, label]): ClosedOption => ({
    code: codes.of(label),
    label,
    role: 'option',
    answers: answersOf((group) => group.key === key),
  }));
  const others = answersOf(({ key, label }) => !wanted.has(key) && !apart(label));
  return [
    ...options,
    ...(others.length > 0
      ? [
          {
            // Of a code of its own: another edition's "Other answers" are other ones.
            code: labels ? 'other' : 'too-many',
            label: labels ? 'Other answers' : TOO_MANY_ANSWERS,
            role: 'other' as const,
            answers: others,
          },
        ]
      : []),
    ...apartOptions(groups, apart),
  ];
}

const apartOptions = (groups: readonly Alike[], apart: Apart): ClosedOption[] =>
  APART.flatMap(([role, label]) => {
    const answers = groups.filter((group) => apart(group.label) === role).flatMap((group) => group.answers);
    return answers.length > 0 ? [{ code: role, label, role, answers }] : [];
  });

const APART = [
  ['dont-know', 'Don’t know'],
  ['declined', 'Prefer not to say'],
  ['not-shown', 'Not shown, or did not apply'],
] as const;

/** A ranking: for each option who put it first, and who among the first three. Answers are `place/option`. */
function ranked(
  given: readonly GivenAnswer[],
  { options: asked, learnt = false }: ClosedQuestion,
  kept: readonly Pick<ClosedOption, 'code' | 'label'>[],
): ClosedOption[] {
  const parts = given.map(({ answer, people }) => {
    const slash = answer.indexOf('/');
    return { answer, people, place: Number(answer.slice(0, slash)), option: answer.slice(slash + 1).trim() };
  });
  const groups = groupAlike(parts.map(({ option, people }) => ({ answer: option, people })));
  const common = groups.filter(({ people }) => people >= FEWEST_FOR_LABEL);
  const labels = asked.length && !learnt ? [...asked] : listOrder(asSpelled(common, asked));
  const codes = new Codes(kept);
  const options = labels.flatMap((label): ClosedOption[] => {
    const own = parts.filter(({ option }) => plain(option) === plain(label));
    const code = codes.of(label);
    const upTo = (most: number): string[] =>
      own.filter(({ place }) => place <= most).map(({ answer }) => answer);
    return [
      { code: `${code}/first`, label, role: 'option', answers: upTo(1) },
      { code: `${code}/top3`, label, role: 'option', answers: upTo(3) },
    ];
  });
  return [{ ...BASE, answers: parts.map(({ answer }) => answer) }, ...options];
}

const BASE = { code: 'answered', label: 'Answered', role: 'base' } as const;

/** The base is whoever chose an option or gave another answer: not those who did not know, would not say, or were not shown it. */
function withBase(options: readonly ClosedOption[]): ClosedOption[] {
  const counted = options.filter(({ role }) => role === 'option' || role === 'other');
  return [{ ...BASE, answers: counted.flatMap(({ answers }) => answers) }, ...options];
}

/** Codes of what is no label. */
const STANDING: ReadonlySet<string> = new Set([
  'answered',
  'other',
  'too-many',
  'dont-know',
  'declined',
  'not-shown',
]);

/** Short codes of labels, each once; a label that had one in the edition before keeps it. */
class Codes {
  private readonly taken = new Set(STANDING);
  private readonly kept: ReadonlyMap<string, string>;

  constructor(kept: readonly Pick<ClosedOption, 'code' | 'label'>[]) {
    this.kept = new Map(kept.map(({ code, label }) => [plain(label), code.replace(/\/(?:first|top3)$/, '')]));
    for (const code of this.kept.values()) this.taken.add(code);
  }

  of(label: string): string {
    const before = this.kept.get(plain(label));
    if (before !== undefined && !STANDING.has(before)) return before;
    const stem =
      plain(label)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 48) || `option-${fingerprint(plain(label))}`;
    const code = this.taken.has(stem) ? `${stem}-${fingerprint(plain(label))}` : stem;
    this.taken.add(code);
    return code;
  }
}
