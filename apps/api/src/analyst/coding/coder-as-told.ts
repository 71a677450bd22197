import { stickySeries } from '#disclosure';
import type { ModelLine, RunLine } from '#store';
import type { ModelComparison } from './coder.type.js';

/**
 * Runs of the coder for whoever does not see every agency: they are over all agencies' comments, so their counts are rounded and stay
 * until five have moved since the run of that kind before, and so does what was measured of them.
 * @param runs of all kinds, back to the first one
 */
export function coderRunsAsTold(runs: readonly RunLine[]): Map<number, RunLine> {
  const kinds = new Set(runs.map(({ kind }) => kind));
  return new Map([...kinds].flatMap((kind) => ofOneKind(runs.filter((run) => run.kind === kind))));
}

function ofOneKind(runs: readonly RunLine[]): [number, RunLine][] {
  const oldestFirst = [...runs].sort((a, b) => a.id - b.id);
  const told = (count: (run: RunLine) => number): number[] => stickySeries(oldestFirst.map(count));
  const [done, total] = [told((run) => run.done), told((run) => run.total)];
  const comparisons = comparisonsAsTold(
    oldestFirst.map(({ comparison }) => comparison as ModelComparison | null),
  );
  return oldestFirst.map((run, at) => [
    run.id,
    { ...run, done: Math.min(done[at]!, total[at]!), total: total[at]!, comparison: comparisons[at]! },
  ]);
}

type Counted = 'compared' | 'changed' | 'audited';
const COUNTED: readonly Counted[] = ['compared', 'changed', 'audited'];
type ThemeCount = 'before' | 'after' | 'gained' | 'lost';
const OF_A_THEME: readonly ThemeCount[] = ['before', 'after', 'gained', 'lost'];

function comparisonsAsTold(all: readonly (ModelComparison | null)[]): (ModelComparison | null)[] {
  const places = all.flatMap((comparison, at) => (comparison ? [{ at, comparison }] : []));
  const whole = COUNTED.map((name) => stickySeries(places.map(({ comparison }) => comparison[name])));
  const themes = [
    ...new Set(places.flatMap(({ comparison }) => comparison.themes.map(({ theme }) => theme))),
  ];
  const byTheme = new Map(
    themes.map((theme) => [
      theme,
      OF_A_THEME.map((name) =>
        stickySeries(
          places.map(({ comparison }) => comparison.themes.find((one) => one.theme === theme)?.[name] ?? 0),
        ),
      ),
    ]),
  );
  const told: (ModelComparison | null)[] = all.map(() => null);
  let measured: ModelComparison | null = null;
  places.forEach(({ at, comparison }, place) => {
    const moved = place === 0 || whole.some((series) => series[place] !== series[place - 1]);
    // What was measured of the same counts is told as it was: one comment may move it over a step.
    if (moved || !measured) measured = comparison;
    const counts = Object.fromEntries(COUNTED.map((name, n) => [name, whole[n]![place]!])) as Record<
      Counted,
      number
    >;
    told[at] = {
      ...comparison,
      ...counts,
      f1Before: rough(measured.f1Before),
      f1After: rough(measured.f1After),
      themes: comparison.themes.map((one) => {
        const before = measured!.themes.find(({ theme }) => theme === one.theme) ?? one;
        const series = byTheme.get(one.theme)!;
        const own = Object.fromEntries(OF_A_THEME.map((name, n) => [name, series[n]![place]!])) as Record<
          ThemeCount,
          number
        >;
        const { gradeBefore, gradeAfter, times = null } = before;
        return {
          ...one,
          ...own,
          gradeBefore,
          gradeAfter,
          times: rough(times),
          f1Before: rough(before.f1Before),
          f1After: rough(before.f1After),
        };
      }),
    };
  });
  return told;
}

/** Models' codings likewise, over all models. @param models newest first */
export function modelsAsTold(models: readonly ModelLine[]): ModelLine[] {
  const oldestFirst = [...models].reverse();
  const codings = stickySeries(oldestFirst.map((model) => model.codings ?? 0));
  return oldestFirst
    .map((model, at) => ({ ...model, codings: model.codings === null ? null : codings[at]! }))
    .reverse();
}

/** To a twentieth: what one comment more or less moves is less. */
const rough = (share: number | null): number | null => (share === null ? null : Math.round(share * 20) / 20);
