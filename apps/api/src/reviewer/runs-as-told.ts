import { stickySeries } from '#disclosure';
import type { EstimatedShare, RunRate, WorkbenchRun } from '#store';

/**
 * Runs of matching for whoever does not see every agency: they are over all of them, so their counts are rounded and stay until five
 * have moved since the run before, and a rate is of told counts.
 * @param runs of one kind, newest first, back to the first one
 */
export function runsAsTold(runs: readonly WorkbenchRun[]): WorkbenchRun[] {
  const oldestFirst = [...runs].reverse();
  const told = (count: (run: WorkbenchRun) => number | null): number[] =>
    stickySeries(oldestFirst.map((run) => count(run) ?? 0));
  const [records, people, low, high, thin, pairs] = [
    told((run) => run.records),
    told((run) => run.people.value),
    told((run) => run.people.low),
    told((run) => run.people.high),
    told((run) => run.thin),
    told((run) => run.pairs),
  ];
  const rates = ratesAsTold(oldestFirst);
  const quality = qualityAsTold(oldestFirst, (at) => [records[at]!, people[at]!, pairs[at]!, thin[at]!]);
  return oldestFirst
    .map((run, at): WorkbenchRun => ({
      ...run,
      records: records[at]!,
      people: {
        value: people[at]!,
        low: Math.min(low[at]!, people[at]!),
        high: Math.max(high[at]!, people[at]!),
      },
      precision: run.precision && rough(quality[at]!.precision ?? run.precision),
      recall: run.recall && rough(quality[at]!.recall ?? run.recall),
      thin: run.thin === null ? null : thin[at]!,
      pairs: run.pairs === null ? null : pairs[at]!,
      rates: rates[at]!,
    }))
    .reverse();
}

/** The run whose estimates are told beside each: an earlier one's as long as no count is told anew, since one person may move them over a step. */
function qualityAsTold(
  runs: readonly WorkbenchRun[],
  counts: (at: number) => readonly number[],
): WorkbenchRun[] {
  const told: WorkbenchRun[] = [];
  runs.forEach((run, at) => {
    const same = at > 0 && counts(at).every((count, place) => count === counts(at - 1)[place]);
    told.push(same ? told[at - 1]! : run);
  });
  return told;
}

/** Records of a group from which on its rates are told: by the told count, since the true one would tell who came. */
const FEWEST_TOLD = 15;

/** A group's rates of all runs side by side, told as one series each. */
function ratesAsTold(runs: readonly WorkbenchRun[]): RunRate[][] {
  const keyOf = ({ by, group }: RunRate): string => `${by}/${group}`;
  const keys = new Set(runs.flatMap((run) => run.rates.map(keyOf)));
  const all: RunRate[][] = runs.map(() => []);
  for (const key of keys) {
    const places = runs.flatMap((run, at) => {
      const rate = run.rates.find((each) => keyOf(each) === key);
      return rate ? [{ at, rate }] : [];
    });
    const series = (count: (rate: RunRate) => number): number[] =>
      stickySeries(places.map(({ rate }) => count(rate)));
    const [records, people, linked, thin] = [
      series((rate) => rate.records),
      series((rate) => rate.people),
      series((rate) => rate.linked.value * rate.records),
      series((rate) => rate.thin),
    ];
    // A range is of its counts: it is told anew only where one of these is, since one person may move it over a step.
    const same = (place: number): boolean =>
      place > 0 && [records, people, linked].every((told) => told[place] === told[place - 1]);
    let range = { low: 0, high: 0 };
    let differs = false;
    places.forEach(({ at, rate }, place) => {
      if (!same(place)) [range, differs] = [rough(rate.linked), rate.differs];
      if (records[place]! < FEWEST_TOLD) return;
      const share = records[place]! > 0 ? Math.min(1, linked[place]! / records[place]!) : 0;
      all[at]!.push({
        ...rate,
        records: records[place]!,
        people: people[place]!,
        linked: {
          value: share,
          low: Math.min(share, range.low),
          high: Math.max(share, range.high),
        },
        thin: thin[place]!,
        differs,
      });
    });
  }
  return all;
}

/** To a twentieth: what one record more or less moves is less. */
const rough = (share: EstimatedShare): EstimatedShare => {
  const step = (value: number): number => Math.round(value * 20) / 20;
  return { value: step(share.value), low: step(share.low), high: step(share.high) };
};
