import { type Measure, MEASURES } from '#domain';
import { measureHeading } from '#statements';
import {
  allSeries,
  type Database,
  type MeasuredRow,
  readMeasured,
  readMeasures,
  readWorkingMeasured,
  recordLook,
} from '#store';
import { type Counter, workingCounter } from '../counter.js';
import { type SignedSeries, signedSeries } from '../../groups/signed-series.js';
import { counterOf } from '../edition-counters.js';
import { findEdition } from '../editions.js';
import type { Access } from '../figure-shapes.js';
import { refuse, type Refusal } from '../question.js';
import { askingOf } from './askings-of.js';
import type { MeasureAnswer, MeasureLine } from './measure-shapes.js';
import { latestPairs, pairsOf } from './pairs-of.js';

/** Of which figures: an edition (the latest where null), or an analyst's working ones. */
export interface MeasureOf {
  edition: number | null;
  working: boolean;
}

interface Frozen {
  counter: Counter;
  measures: readonly Measure[];
  measured: readonly MeasuredRow[];
  series: readonly SignedSeries[];
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
  return within(db, of, access, code, async ({ counter, measures, measured, series }) => {
    const measure = measures.find((each) => each.code === code);
    if (!measure) return refuse('unknown-value', 'There is no such measure in these figures.');
    const own = measured.filter((row) => row.measure === code);
    const askings = (await Promise.all(own.map((row) => askingOf(counter, measure, row, series)))).flatMap(
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
      const signed = (await allSeries(tx)).filter(({ state }) => state === 'signed');
      return answer({
        counter,
        measures: MEASURES,
        measured: await readWorkingMeasured(tx),
        series: signed.map(signedSeries),
      });
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
  return answer({
    counter,
    measures,
    measured,
    series: counter.frozen?.signed ?? counter.frozen?.series ?? [],
  });
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
