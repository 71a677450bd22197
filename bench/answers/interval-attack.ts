import { policyPWithGroups } from '#disclosure';
import { attack, type Damage, damageTo, type Line } from '../disclosure/attacker.js';
import { noisyBounds, type Published, type Scheme, SECRET } from '../disclosure/schemes.js';
import { AREA_OF_WARD, type Cut, type MadeUpAnswers, optionCodes } from './made-up-answers.js';
import type { AnswerCell } from './published-answers.js';

/**
 * The attacker of `bench/disclosure` on everything that is published of a consultation's answers: options against their base, bases
 * against everybody heard, values of a characteristic against the whole, all ways at once. Those who gave no answer are told nowhere,
 * and are a part that is counted in thought.
 * @param stood by cell: may its figure stand from an edition before, so that up to four people may have come or gone since?
 */
export function attackAnswers(
  from: MadeUpAnswers,
  cells: readonly AnswerCell[],
  stood: readonly boolean[] | null = null,
): Damage {
  const { truth, published, lines } = linesOf(from, cells);
  if (stood) published.stood = Uint8Array.from(truth, (_, cell) => (stood[cell] ? 1 : 0));
  const policy = policyPWithGroups(SECRET);
  const scheme: Scheme = {
    name: 'answers',
    publish: () => published,
    bounds: noisyBounds(policy.threshold),
    ...(policy.guard ? { guard: policy.guard } : {}),
  };
  return damageTo(truth, attack({ cells: truth.length }, scheme, published, lines), lines);
}

interface Attacked {
  truth: Int32Array;
  published: Published;
  lines: Line[];
}

function linesOf(from: MadeUpAnswers, cells: readonly AnswerCell[]): Attacked {
  const truth = cells.map(({ people }) => people);
  const shown = cells.map(({ released }) => (released.hidden ? -1 : released.people));
  const submissions = cells.map(({ released }) => (released.hidden ? -1 : released.submissions));
  const places = new Map(cells.map((cell, at) => [nameOf(cell), at]));
  const at = (question: number | null, code: string, cut: Cut | null, value: number): number | undefined =>
    places.get(nameOf({ question, code, cut, value }));
  const untold = (people: number): number => {
    shown.push(-1);
    submissions.push(-1);
    return truth.push(people) - 1;
  };
  const lines: Line[] = [];
  const partition = (whole: number | undefined, parts: (number | undefined)[], over: Line['over'], givesWay = false): void => {
    const known = parts.filter((part): part is number => part !== undefined);
    if (whole !== undefined && known.length > 0)
      lines.push({ whole, parts: Int32Array.from(known), over, ...(givesWay ? { givesWay: known.map(() => true) } : {}) });
  }; // prettier-ignore
  const cuts = new Map<Cut | null, Set<number>>();
  for (const { cut, value } of cells) cuts.set(cut, (cuts.get(cut) ?? new Set()).add(value));
  for (const [cut, values] of cuts)
    for (const value of values)
      for (const question of from.options.keys()) {
        const of = (code: string): number | undefined => at(question, code, cut, value);
        const [heard, base, unsure] = [at(null, 'heard', cut, value), of('answered'), of('dont-know')];
        if (base === undefined) continue;
        const within = (whole: number, part: number | undefined): void => {
          if (part !== undefined) partition(whole, [part, untold(truth[whole]! - truth[part]!)], 'option');
        };
        const codes = optionCodes(from, question);
        const kind = from.kinds?.[question];
        // One choice, or what was put first, parts those who answered; whatever may stand beside others is a question of its own.
        const parting = kind === 'multi-choice' ? [] : codes.filter((code) => !code.endsWith('/top3'));
        partition(base, parting.map(of), 'option');
        for (const code of codes.filter((each) => !parting.includes(each))) within(base, of(code));
        if (kind === 'ranking')
          for (const code of parting) within(of(code.replace('/first', '/top3'))!, of(code));
        const silent = untold(truth[heard!]! - truth[base]! - truth[unsure!]!);
        partition(heard, [base, unsure, silent], 'option');
      }
  const ofArea = (question: number | null, code: string, area: number): void => {
    const wards = AREA_OF_WARD.map((each, ward) => (each === area ? at(question, code, 'ward', ward) : undefined));
    partition(at(question, code, 'area', area), wards, 'ward', true);
  }; // prettier-ignore
  for (const [cut, values] of cuts) {
    if (cut === null) continue;
    const by = (question: number | null, code: string): void => {
      partition(
        at(question, code, null, 0),
        [...values].map((value) => at(question, code, cut, value)),
        cut === 'area' ? 'ward' : cut,
      );
      if (cut === 'area') for (const value of values) ofArea(question, code, value);
    };
    by(null, 'heard');
    for (const question of from.options.keys())
      for (const code of ['answered', 'dont-know', ...optionCodes(from, question)]) by(question, code);
  }
  return {
    truth: Int32Array.from(truth),
    published: { people: Int32Array.from(shown), submissions: Int32Array.from(submissions) },
    lines,
  };
}

const nameOf = ({ question, code, cut, value }: Pick<AnswerCell, 'question' | 'code' | 'cut' | 'value'>) =>
  `${question ?? ''}|${code}|${cut ?? ''}|${value}`;
