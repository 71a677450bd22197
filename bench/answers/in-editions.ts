import { assemble, type SubmissionColumns } from '#counting';
import {
  cellReleaser,
  type CountCell,
  type DisclosurePolicy,
  policyPWithGroups,
  type ReleasedCell,
  stays,
} from '#disclosure';
import {
  answerCells,
  answersWithoutAbove,
  type AskedQuestions,
  type EditionGroup,
  optionValue,
  ReleasedTable,
  type Standing,
  standAnswers,
  withGroups,
} from '#facts';
import { tooFewForCut } from '#statements';
import { SECRET } from '../disclosure/schemes.js';
import {
  AREA_OF_WARD,
  type Cut,
  CUTS,
  DONT_KNOW,
  type MadeUpAnswers,
  NO_ANSWER,
  valuesOf,
} from './made-up-answers.js';
import { type AnswerCell, asLarger, askedQuestions, countBy, ENGAGEMENT } from './published-answers.js';

/** An edition of a consultation: everything that the public can see of its answers, and which figures may stand from the edition before. */
export interface AnswersInEdition {
  from: MadeUpAnswers;
  cells: AnswerCell[];
  /** By cell: is it told as in the edition before? Then up to four people may have come or gone since. */
  stood: boolean[];
}

/** How editions are published: as the hub does, or in a way that is known to fail. */
export interface PublishingEditions {
  /** Areas are told beside their wards whatever is told of these. */
  areasStay?: boolean;
  /** Answers are told above what is told of their wholes, where one of the two stands from the edition before. */
  aboveStay?: boolean;
  /** Cuts beyond those that rule D allows at that size. */
  everyCut?: boolean;
}

/** The same people, of whom nine in ten of each area live in one ward of it: the answers of an area are nearly those of a ward. */
export function crowded(from: MadeUpAnswers): MadeUpAnswers {
  const first = AREA_OF_WARD.map((area) => AREA_OF_WARD.indexOf(area));
  const ward = from.values.ward.map((each, person) => (person % 10 === 0 ? each : first[each]!));
  return { ...from, values: { ...from.values, ward } };
}

/** Only these of its people, by their places. */
export function peopleOf(from: MadeUpAnswers, who: readonly number[]): MadeUpAnswers {
  const pick = (column: Uint8Array): Uint8Array => Uint8Array.from(who, (person) => column[person]!);
  const values = Object.fromEntries(
    CUTS.map((cut) => [cut, pick(from.values[cut])]),
  ) as MadeUpAnswers['values'];
  const answers = from.answers.map((each) => Int8Array.from(who, (person) => each[person]!));
  return { ...from, people: who.length, values, keys: pick(from.keys), answers };
}

/** Areas as an edition declares them, by the numbers of wards. */
const AREAS: readonly EditionGroup[] = [...new Set(AREA_OF_WARD)].map((area) => ({
  dimension: 'ward',
  code: `area:${area}`,
  name: `Area ${area}`,
  kind: 'area',
  values: AREA_OF_WARD.flatMap((each, ward) => (each === area ? [String(ward)] : [])),
  turn: 402,
}));

/** How everything stood in the edition before. */
interface Stood {
  answers: Map<Cut | null, Standing>;
  heard: Map<string, { setBy: number; told: ReleasedCell }>;
}

/**
 * A consultation whose people come and go, edition after edition, released by the hub's own tables of answers, each beside the one before. Of everybody
 * heard in an area nothing is told here: that is a table of the facts, which `bench:disclosure` attacks.
 */
export function publishEditions(
  editions: readonly MadeUpAnswers[],
  how: PublishingEditions = {},
): AnswersInEdition[] {
  const policy = policyPWithGroups(SECRET);
  let before: { stood: Stood; cells: AnswerCell[] } | null = null;
  return editions.map((from) => {
    const stood: Stood = { answers: new Map(), heard: new Map() };
    const cells = publish(from, policy, before?.stood ?? null, stood, how);
    const last = new Map(before?.cells.map((cell) => [nameOf(cell), figureOf(cell)]));
    before = { stood, cells };
    return { from, cells, stood: cells.map((cell) => last.get(nameOf(cell)) === figureOf(cell)) };
  });
}

const nameOf = ({ question, code, cut, value }: AnswerCell): string =>
  `${question ?? ''}|${code}|${cut ?? ''}|${value}`;
const figureOf = ({ released }: AnswerCell): number => (released.hidden ? -1 : released.people);

function publish(
  from: MadeUpAnswers,
  policy: DisclosurePolicy,
  before: Stood | null,
  now: Stood,
  how: PublishingEditions,
): AnswerCell[] {
  const questions = askedQuestions(from);
  const asked: AskedQuestions = new Map([[ENGAGEMENT, questions]]);
  const columns = columnsOf(from, asked);
  const whole = countBy(from, questions, null);
  const everybody = whole.heard[0]!;
  const cells: AnswerCell[] = [];
  const heard = (cell: CountCell, cut: Cut | null, value: number): void => {
    const released: ReleasedCell = cut === 'area' ? { keys: [], hidden: true } : toldOfHeard(cell, cut, value, policy, before, now); // prettier-ignore
    cells.push({ question: null, code: 'heard', cut, value, people: cell.people, released });
  };
  const answers = (counted: readonly CountCell[], cut: Cut | null, allowed: (question: number) => boolean): void => {
    const table = new ReleasedTable(now.answers.get(cut)!);
    for (const { keys: [question = '', code = '', value = ''], people } of counted) {
      if (!allowed(Number(question))) continue;
      const option = optionValue(ENGAGEMENT, question, code);
      const released = table.find(cut === null ? [option] : [option, valueName(cut, value)])!;
      cells.push({ question: Number(question), code, cut, value: Number(value || 0), people, released });
    }
  }; // prettier-ignore
  heard({ ...everybody, larger: [] }, null, 0);
  const of = { columns, asked, policy, before, now, how };
  now.answers.set(null, standingOf(null, [], of));
  answers(answerCells(questions, { heard: everybody, options: whole.options, cut: null }), null, () => true);
  const bases = new Map(cells.flatMap((cell) => (cell.code === 'answered' ? [[cell.question, Math.max(0, figureOf(cell))]] : []))); // prettier-ignore
  for (const cut of CUTS) {
    const values = Array.from({ length: valuesOf(cut) }, (_, value) => String(value));
    const counted = countBy(from, questions, cut);
    for (const cell of counted.heard) heard({ ...cell, larger: [asLarger(everybody)] }, cut, Number(cell.keys[0])); // prettier-ignore
    now.answers.set(cut, standingOf(cut, values, of));
    const cells = answerCells(questions, { heard: everybody, options: whole.options, cut: { values, heard: counted.heard, options: counted.options } }); // prettier-ignore
    answers(
      cells,
      cut,
      (question) => how.everyCut === true || tooFewForCut(bases.get(question)!, cut) === null,
    );
  }
  return cells;
}

const valueName = (cut: Cut, value: string): string => (cut === 'area' ? `area:${value}` : value);

interface StandingFrom {
  columns: SubmissionColumns;
  asked: AskedQuestions;
  policy: DisclosurePolicy;
  before: Stood | null;
  now: Stood;
  how: PublishingEditions;
}

function standingOf(cut: Cut | null, values: readonly string[], of: StandingFrom): Standing {
  const { asked, before, now, how } = of;
  const previous = before?.answers.get(cut) ?? null;
  const standing = toldAnew(cut, values, of, previous);
  if (!previous || how.aboveStay) return standing;
  const heard = (_: string, value: string | null): number | null => {
    const told = now.heard.get(`${cut ?? ''}|${value ?? 0}`)?.told;
    return !told || told.hidden ? null : told.people;
  };
  const whole = cut === null ? undefined : now.answers.get(null);
  return answersWithoutAbove(standing, asked, { uncut: whole ? new ReleasedTable(whole) : null, heard });
}

function toldAnew(
  cut: Cut | null,
  values: readonly string[],
  { columns, asked, policy, before, now, how }: StandingFrom,
  previous: Standing | null,
): Standing {
  if (cut !== 'area') return standAnswers(assemble(columns), asked, cut, values, policy, previous);
  const parts = how.areasStay
    ? null
    : {
        wards: new Map(AREAS.map((area) => [area.code, area.values])),
        told: now.answers.get('ward')!,
        before: before?.answers.get('ward') ?? null,
        changed: new Set<string>(),
      };
  const codes = AREAS.map(({ code }) => code);
  return standAnswers(assemble(withGroups(columns, AREAS)), asked, cut, codes, policy, previous, parts);
}

/** Everybody heard, in all or of a characteristic or ward: a table of the facts, whose figures stay as all others do. */
function toldOfHeard(
  cell: CountCell,
  cut: Cut | null,
  value: number,
  policy: DisclosurePolicy,
  before: Stood | null,
  now: Stood,
): ReleasedCell {
  const name = `${cut ?? ''}|${value}`;
  const last = before?.heard.get(name);
  const stayed = last && stays(Math.abs(cell.people - last.setBy), policy);
  const told = stayed ? last.told : cellReleaser(policy, cut ? ['option', cut] : ['option'])(cell);
  now.heard.set(name, { told, setBy: stayed ? last.setBy : cell.people });
  return told;
}

/** The people as an edition's facts hold them: one submission each. */
function columnsOf(from: MadeUpAnswers, asked: AskedQuestions): SubmissionColumns {
  const count = from.people;
  const questions = asked.get(ENGAGEMENT)!;
  const places = questions.flatMap(({ options }) => options.map(({ place }) => String(place)));
  const chosen = Array.from({ length: count }, (_, person) =>
    questions.flatMap(({ options }, question) => {
      const answer = from.answers[question]![person]!;
      if (answer === NO_ANSWER) return [];
      const first = options[0]!.place;
      return answer === DONT_KNOW ? [first + options.length - 1] : [first, first + 1 + answer];
    }),
  );
  const start = new Int32Array(count + 1);
  chosen.forEach((all, person) => (start[person + 1] = start[person]! + all.length));
  const single = Object.fromEntries(
    CUTS.filter((cut) => cut !== 'area').map((cut) => [
      cut,
      {
        values: Array.from({ length: valuesOf(cut) }, (_, value) => String(value)),
        column: from.values[cut],
      },
    ]),
  );
  return {
    count,
    person: Int32Array.from({ length: count }, (_, person) => person),
    argument: new Int32Array(count).fill(-1),
    personKey: from.keys,
    submissionKey: from.keys,
    argumentKey: new Uint8Array(count),
    health: new Uint8Array(count),
    single: { engagement: { values: [ENGAGEMENT], column: new Uint8Array(count) }, ...single },
    sets: {
      option: {
        values: places,
        above: new Int32Array(places.length).fill(-1),
        filterNarrows: false,
        start,
        items: Uint16Array.from(chosen.flat()),
      },
    },
  };
}

/**
 * Figures above what is told of a set that holds them: an answer above its question's base, above the same answer in all, or above everybody heard; an area
 * below a ward in it.
 */
export function above({ cells }: AnswersInEdition): number {
  const told = new Map(cells.map((cell) => [nameOf(cell), figureOf(cell)]));
  const of = (cell: AnswerCell, whole: Partial<AnswerCell>): number =>
    told.get(nameOf({ ...cell, ...whole })) ?? -1;
  return cells.filter((cell) => {
    const { released } = cell;
    if (released.hidden || cell.question === null) return false;
    const wholes = [
      of(cell, { question: null, code: 'heard' }),
      of(cell, { cut: null, value: 0 }),
      ...(/^\d+$/.test(cell.code) ? [of(cell, { code: 'answered' })] : []),
      ...(cell.cut === 'ward' ? [of(cell, { cut: 'area', value: AREA_OF_WARD[cell.value]! })] : []),
    ];
    return wholes.some((whole) => whole >= 0 && whole < released.people);
  }).length;
}
