import { type Measure, MEASURES } from '#domain';
import { compareAskings, measureHeading } from '#statements';
import {
  type Database,
  type MeasuredRow,
  readMeasured,
  readMeasures,
  readWorkingMeasured,
  recordLook,
} from '#store';
import { type Counter, workingCounter } from '../counter.js';
import { counterOf } from '../edition-counters.js';
import { findEdition } from '../editions.js';
import type { Access } from '../figure-shapes.js';
import { refuse, type Refusal } from '../question.js';
import { asAsking, askingOf } from './askings-of.js';
import type { MeasureAnswer, MeasureAsking, MeasureLine, MeasurePair } from './measure-shapes.js';

/** Of which figures: an edition (the latest where null), or an analyst's working ones. */
export interface MeasureOf {
  edition: number | null;
  working: boolean;
}

interface Frozen {
  counter: Counter;
  measures: readonly Measure[];
  measured: readonly MeasuredRow[];
}

type Failed = Refusal;

/** Every measure, with how often it was asked. */
export async function askMeasures(
  db: Database,
  of: MeasureOf,
  access: Access,
): Promise<{ ok: true; measures: MeasureLine[] } | Failed> {
  return within(db, of, access, '', ({ measures, measured }) =>
    Promise.resolve({ ok: true as const, measures: measures.map((measure) => lineOf(measure, measured)) }),
  );
}

/** One measure over years and agencies: what was answered each time, and which times may stand side by side. */
export async function askMeasure(
  db: Database,
  code: string,
  of: MeasureOf,
  access: Access,
): Promise<{ ok: true; measure: MeasureAnswer } | Failed> {
  return within(db, of, access, code, async ({ counter, measures, measured }) => {
    const measure = measures.find((each) => each.code === code);
    if (!measure) return refuse('unknown-value', 'There is no such measure in these figures.');
    const own = measured.filter((row) => row.measure === code);
    const askings = (await Promise.all(own.map((row) => askingOf(counter, measure, row)))).flatMap(
      (asking) => asking ?? [],
    );
    const pairs = pairsOf(askings);
    const latest = latestPairs(askings, pairs);
    const [first] = measure.wordings;
    return {
      ok: true as const,
      measure: {
        ...lineOf(measure, measured),
        edition: counter.edition,
        working: counter.edition === null,
        message: measureHeading(measure.who, latest),
        askings,
        pairs,
        advice: {
          wording: first!.code,
          text: first!.text,
          options: first!.options,
          joins: own.filter(({ wording }) => wording === first!.code).length,
        },
      },
    };
  });
}

async function within<T>(
  db: Database,
  { edition, working }: MeasureOf,
  access: Access,
  subject: string,
  answer: (frozen: Frozen) => Promise<T>,
): Promise<T | Failed> {
  if (working) {
    const no = refuse('not-allowed', 'Working figures are for signed-in analysts.');
    if (access.kind !== 'analyst') return no;
    return db.transaction(async (tx) => {
      const counter = await workingCounter(tx);
      if (!counter) return no;
      await recordLook(tx, 'exact-figures-read', subject, { by: ['measure'] });
      return answer({ counter, measures: MEASURES, measured: await readWorkingMeasured(tx) });
    }, access.session);
  }
  const found = await findEdition(db, edition);
  if (!found)
    return edition === null
      ? refuse('no-edition', 'No edition has been published yet.')
      : refuse('unknown-edition', 'There is no such edition.');
  const number = found.edition.number;
  const [counter, measures, measured] = await Promise.all([
    counterOf(db, found),
    readMeasures(db, number),
    readMeasured(db, number),
  ]);
  return answer({ counter, measures, measured });
}

function lineOf(measure: Measure, measured: readonly MeasuredRow[]): MeasureLine {
  const own = measured.filter((row) => row.measure === measure.code);
  const days = own.flatMap(({ asked }) => asked ?? []).sort();
  return {
    measure,
    times: own.length,
    agencies: new Set(own.map(({ engagement }) => engagement.split('/')[0])).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}

/** Each asking with the one before it of its agency, and the latest of each two agencies: what a reader would lay side by side. */
function pairsOf(askings: readonly MeasureAsking[]): MeasurePair[] {
  const lanes = new Map<string, number[]>();
  askings.forEach(({ agency }, at) => lanes.set(agency, [...(lanes.get(agency) ?? []), at]));
  const pair = (before: number, now: number): MeasurePair => ({
    before,
    now,
    ...compareAskings(asAsking(askings[before]!), asAsking(askings[now]!)),
  });
  const along = [...lanes.values()].flatMap((lane) => lane.slice(1).map((now, at) => pair(lane[at]!, now)));
  const last = [...lanes.values()].map((lane) => lane.at(-1)!);
  const across = last.flatMap((one, at) =>
    last.slice(at + 1).map((other) => pair(Math.min(one, other), Math.max(one, other))),
  );
  return [...along, ...across];
}

/** Of each agency the latest pair that may be compared. */
function latestPairs(askings: readonly MeasureAsking[], pairs: readonly MeasurePair[]): MeasurePair[] {
  const latest = new Map<string, MeasurePair>();
  for (const each of pairs) {
    const agency = askings[each.now]!.agency;
    if (each.change && askings[each.before]!.agency === agency) latest.set(agency, each);
  }
  return [...latest.values()];
}
