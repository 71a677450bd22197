import * as banks from './banks.js';
import { Chance, type Asked, type Filled, type Given } from './form.js';

const asked = (kind: Asked['kind'], text: string, more: Partial<Asked> = {}): Asked => ({
  kind,
  text,
  options: [],
  items: [],
  as: '',
  ...more,
});

/** A made-up form and the people who filled it in, by chance. */
export function drawForm(chance: Chance): Filled {
  const questions = [...drawQuestions(chance), ...drawAbout(chance)];
  const size = chance.of([12, 20, 35, 60, 110]);
  const skips = questions.map(({ kind }) =>
    kind === 'free-text' ? chance.of([0.1, 0.4, 0.7]) : chance.of([0, 0, 0.05, 0.2]),
  );
  // Of some questions people say what others said too, with a word more or less.
  const shared = questions.map(({ kind }) =>
    kind === 'free-text' && chance.is(0.2) ? Array.from({ length: 6 }, () => remark(chance)) : null,
  );
  const lean = questions.map(({ options }) => options.map(() => 0.3 + chance.next()));
  const people = Array.from({ length: size }, (_, person) => {
    const name = [chance.of(banks.GIVEN_NAMES), chance.of(banks.FAMILY_NAMES)] as const;
    // Some leave after a question or two.
    const last = chance.is(0.04) ? 1 + chance.below(3) : questions.length;
    return questions.map((question, at) =>
      at >= last || chance.is(skips[at]!)
        ? null
        : answerTo(question, { chance, lean: lean[at]!, person, name, shared: shared[at]! }),
    );
  });
  const first = Date.UTC(2026, chance.below(3), 1 + chance.below(20));
  const days = people
    .map(() => first + chance.below(200) * 86_400_000)
    .sort((a, b) => a - b)
    .map((day) => new Date(day).toISOString().slice(0, 10));
  return { questions, people, days };
}

function drawQuestions(chance: Chance): Asked[] {
  const drawn: Asked[] = [
    ...chance
      .some(banks.CHOICES, 1 + chance.below(4))
      .map(({ text, options }) => asked('choice', text, { options, other: chance.is(0.1) })),
    ...chance
      .some(banks.SEVERAL, chance.below(3))
      .map(({ text, options }) => asked('multi-choice', text, { options, other: chance.is(0.1) })),
    ...(chance.is(0.5) ? [asked('matrix', '', chance.of(banks.MATRICES))] : []),
    ...(chance.is(0.2)
      ? chance.some(banks.RANKINGS, 1).map((r) => asked('ranking', r.text, { options: r.options }))
      : []),
    ...(chance.is(0.5)
      ? chance
          .some(banks.NUMBERS, 1)
          .map(({ text, lowest, highest }) =>
            asked('number', text, { options: [String(lowest), String(highest)] }),
          )
      : []),
    ...chance.some(banks.OPEN, 1 + chance.below(3)).map((text) => asked('free-text', text)),
  ];
  const mixed = chance.some(drawn, drawn.length);
  if (!chance.is(0.2)) return mixed;
  // The same follow-up under two questions.
  const follow = asked('free-text', chance.of(['Please tell us why', 'Comments', 'If no, please say why']));
  return [mixed[0]!, follow, ...mixed.slice(1), follow].filter(
    (one, at, all) => one === follow || all.findIndex(({ text }) => text === one.text) === at,
  );
}

/** What is asked about the person: at the end of most forms, as here. */
function drawAbout(chance: Chance): Asked[] {
  const about: Asked[] = [];
  const names = chance.is(0.5) ? ['fullName'] : chance.is(0.3) ? ['givenName', 'familyName'] : [];
  const fields = [...names, ...['email', 'phone', 'postcode', 'dateOfBirth'].filter(() => chance.is(0.3))];
  for (const field of fields)
    about.push(asked('field', chance.of(banks.FIELDS.find(({ as }) => as === field)!.labels), { as: field }));
  const met = new Set<string>();
  for (const { as, labels, options } of chance.some(banks.CHARACTERISTICS, chance.below(6))) {
    if (met.has(as) || (as === 'age' && fields.includes('dateOfBirth'))) continue;
    met.add(as);
    about.push(asked('demographic', chance.of(labels), { as, options }));
  }
  return about;
}

interface Who {
  chance: Chance;
  lean: readonly number[];
  person: number;
  name: readonly [string, string];
  /** Remarks that many leave under the question; null where each has their own. */
  shared: readonly string[] | null;
}

function answerTo(question: Asked, who: Who): Given {
  const { chance, lean } = who;
  switch (question.kind) {
    case 'choice':
      return question.other && chance.is(0.06)
        ? chance.of(WRITTEN)
        : weighted(question.options, lean, chance);
    case 'demographic':
      return weighted(question.options, lean, chance);
    case 'multi-choice': {
      const chosen = question.options.filter((_, at) => chance.is(0.4 * lean[at]!));
      if (question.other && chance.is(0.06)) chosen.push(chance.of(WRITTEN));
      return chosen.length ? chosen : null;
    }
    case 'matrix':
      return Object.fromEntries(
        question.items.map((item) => [item, weighted(question.options, lean, chance)]),
      );
    case 'ranking':
      return chance.some(question.options, question.options.length);
    case 'number':
      return (
        Number(question.options[0]) +
        chance.below(Number(question.options[1]) - Number(question.options[0]) + 1)
      );
    case 'free-text':
      return who.shared ? chance.of(who.shared) + chance.of(banks.TAILS) : remark(chance);
    default:
      return field(question.as, who);
  }
}

/** What people write under "Other". */
const WRITTEN = [
  'my gran told me about it',
  'On the boat',
  'none really, it depends on the day',
  'Through work',
];

function weighted<T>(list: readonly T[], weights: readonly number[], chance: Chance): T {
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, weight] of weights.entries()) if ((left -= weight) <= 0) return list[at]!;
  return list.at(-1)!;
}

function remark(chance: Chance): string {
  if (chance.is(0.15)) return chance.of(banks.SHORT);
  const parts = [chance.of(banks.BEGINNINGS)];
  if (chance.is(0.5)) parts.push(chance.is(0.5) ? ', ' : ' ', chance.of(banks.MIDDLES));
  if (chance.is(0.5)) parts.push(/[.!]$/.test(parts.at(-1)!) ? ' ' : '. ', chance.of(banks.ENDINGS));
  const text = parts.join('');
  return chance.is(0.06) ? text.replace('. ', '.\n') : text;
}

function field(as: string, { chance, person, name: [given, family] }: Who): string {
  switch (as) {
    case 'givenName':
      return given;
    case 'familyName':
      return family;
    case 'fullName':
      return `${given} ${family}`;
    case 'email':
      return `${given}.${family.replace("'", '')}${person}@example.org`.toLowerCase();
    case 'phone':
      return `07700 900${String((person * 37) % 1000).padStart(3, '0')}`;
    case 'dateOfBirth':
      return `${1940 + chance.below(65)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
    default:
      return `PL${1 + chance.below(9)} ${chance.below(10)}${chance.of(['AA', 'BD', 'EF', 'GH', 'LN'])}`;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');
