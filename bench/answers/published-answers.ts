import {
  cellReleaser,
  type CountCell,
  policyPWithGroups,
  type ReleasedCell,
  type ShownSet,
} from '#disclosure';
import { answerCells, type AskedQuestion } from '#facts';
import { tooFewForCut } from '#statements';
import { SECRET } from '../disclosure/schemes.js';
import {
  AREA_OF_WARD,
  codesChosen,
  type Cut,
  CUTS,
  DONT_KNOW,
  type MadeUpAnswers,
  NO_ANSWER,
  optionCodes,
  valuesOf,
} from './made-up-answers.js';

/** A cell of the answers: true people, and what the hub would publish of them. */
export interface AnswerCell {
  /** Null: everybody heard in the consultation. */
  question: number | null;
  /** `answered`, `dont-know` or an option's number. */
  code: string;
  cut: Cut | null;
  value: number;
  people: number;
  released: ReleasedCell;
}

/** How answers are published: as the hub does, or in a way that is known to fail. */
export interface Publishing {
  /** Tell nobody where there is nobody. */
  zerosTold?: boolean;
  /** Cuts beyond those that rule D allows at that size. */
  everyCut?: boolean;
}

export const ENGAGEMENT = 'bench/consultation';

/** The questions as an edition holds them. Places: base, options, don't know, question after question. */
export function askedQuestions(from: MadeUpAnswers): AskedQuestion[] {
  let next = 0;
  return from.options.map((_, number) => {
    const key = String(number);
    const codes = ['answered', ...optionCodes(from, number), 'dont-know'];
    const all = codes.map((code): AskedQuestion['options'][number] => ({
      ...{ engagement: ENGAGEMENT, question: key, place: next++, code, label: code },
      role: code === 'answered' ? 'base' : code === 'dont-know' ? 'dont-know' : 'option',
    }));
    const shape = { matrix: null, stem: null, item: null, unit: null, language: null, otherWordings: [] };
    return { ...shape, engagement: ENGAGEMENT, key, position: number, text: key, kind: from.kinds?.[number] ?? 'choice', options: all };
  });
} // prettier-ignore

/** Every cell that the public can see of a consultation, through the larger sets and the policy of the hub. */
export function publishAnswers(from: MadeUpAnswers, how: Publishing = {}): AnswerCell[] {
  const policy = policyPWithGroups(SECRET);
  const questions = askedQuestions(from);
  const whole = countBy(from, questions, null);
  const heard = whole.heard[0]!;
  const cells: AnswerCell[] = [];
  const wards = new WardsTold();
  const tell = (counted: CountCell, question: number | null, code: string, cut: Cut | null, value: number, published = true): void => {
    const cell = cut === 'area' ? { ...counted, smaller: wards.of(question, code, value) } : counted;
    const release = cellReleaser(policy, cut ? ['option', cut] : ['option']);
    const told = how.zerosTold && cell.people === 0
      ? { keys: [], hidden: false as const, people: 0, submissions: 0, arguments: 0 }
      : release(cell);
    if (cut === 'ward') wards.note(question, code, value, cell.people, told);
    if (published) cells.push({ question, code, cut, value, people: cell.people, released: told });
  }; // prettier-ignore
  tell({ ...heard, larger: [] }, null, 'heard', null, 0);
  for (const cell of answerCells(questions, { heard, options: whole.options, cut: null }))
    tell(cell, Number(cell.keys[0]), cell.keys[1]!, null, 0);
  const bases = new Map(
    cells.flatMap(({ question, code, released }) =>
      code === 'answered' ? [[question, released.hidden ? 0 : released.people]] : [],
    ),
  );
  for (const by of CUTS) {
    const allowed = (question: number): boolean =>
      how.everyCut === true || tooFewForCut(bases.get(question)!, by) === null;
    const values = Array.from({ length: valuesOf(by) }, (_, value) => String(value));
    const counted = countBy(from, questions, by);
    for (const cell of counted.heard)
      tell({ ...cell, larger: [asLarger(heard)] }, null, 'heard', by, Number(cell.keys[0]));
    const cut = { values, heard: counted.heard, options: counted.options };
    for (const cell of answerCells(questions, { heard, options: whole.options, cut })) {
      const [question = '', code = '', value = ''] = cell.keys;
      tell(cell, Number(question), code, by, Number(value), allowed(Number(question)));
    }
  }
  return cells;
}

/** What is told of wards, whether or not so many answered that wards are published: the areas that hold them give way to it. */
class WardsTold {
  private readonly shown = new Map<string, ShownSet>();

  note(question: number | null, code: string, ward: number, people: number, told: ReleasedCell): void {
    if (people > 0 && !told.hidden)
      this.shown.set(`${question}|${code}|${ward}`, { people, figure: told.people });
  }

  of(question: number | null, code: string, area: number): ShownSet[] {
    return AREA_OF_WARD.flatMap((each, ward) =>
      each === area ? (this.shown.get(`${question}|${code}|${ward}`) ?? []) : [],
    );
  }
}

export const asLarger = ({ people, noiseKeys }: CountCell) => ({ people, noiseKey: noiseKeys!.people });

/** True counts by place of option (and value): what the counting engine gives. */
export function countBy(
  from: MadeUpAnswers,
  questions: readonly AskedQuestion[],
  by: Cut | null,
): { heard: CountCell[]; options: CountCell[] } {
  const size = by ? valuesOf(by) : 1;
  const cells = (keys: (value: number) => string[]): CountCell[] =>
    Array.from({ length: size }, (_, value) => emptyCell(keys(value)));
  const heard = cells((value) => (by ? [String(value)] : []));
  const options = new Map<number, CountCell[]>();
  for (const question of questions)
    for (const { place } of question.options)
      options.set(
        place,
        cells((value) => (by ? [String(place), String(value)] : [String(place)])),
      );
  for (let person = 0; person < from.people; person++) {
    const value = by ? from.values[by][person]! : 0;
    const key = from.keys[person]!;
    add(heard[value]!, key);
    for (const [number, question] of questions.entries()) {
      const answer = from.answers[number]![person]!;
      if (answer === NO_ANSWER) continue;
      const first = question.options[0]!.place;
      if (answer === DONT_KNOW) add(options.get(first + question.options.length - 1)![value]!, key);
      else {
        add(options.get(first)![value]!, key);
        for (const code of codesChosen(from, number, person))
          add(options.get(question.options.find((each) => each.code === code)!.place)![value]!, key);
      }
    }
  }
  return { heard, options: [...options.values()].flat() };
}

const emptyCell = (keys: string[]): CountCell => ({
  keys,
  people: 0,
  submissions: 0,
  arguments: 0,
  noiseKeys: { people: 0, submissions: 0, arguments: 0 },
});

/** Everybody answered once: people, submissions and arguments are the same. */
function add(cell: CountCell, key: number): void {
  cell.people = cell.submissions = cell.arguments = cell.people + 1;
  const sums = cell.noiseKeys!;
  sums.people = sums.submissions = sums.arguments = (sums.people + key) & 255;
}
