import { runsAsTold } from '../../apps/api/src/reviewer/runs-as-told.js';

type Run = Parameters<typeof runsAsTold>[0][number];
type Rate = Run['rates'][number];

const share = (value: number): Rate['linked'] => ({ value, low: value - 0.031, high: value + 0.031 });
const rate = (group: string, records: number, people: number, linked: number): Rate =>
  ({ by: 'ward', group, records, people, linked: share(linked / records), thin: 12 }) as Rate;

/** A run of matching; its rates are of two wards, the second of which is only in some runs. */
const run = (id: number, records: number, people: number, rates: Rate[]): Run =>
  ({
    id: String(id),
    kind: 'bulk',
    finishedAt: `2025-01-0${id}T00:00:00Z`,
    model: 'weights 1',
    records,
    people: { value: people, low: people - 12, high: people + 9 },
    precision: share(0.962),
    recall: share(0.913),
    thin: 33,
    pairs: 871,
    rates,
  }) as Run;

/** Without what names the run. */
const toldBy = ({ id: _, finishedAt: __, ...told }: Run): object => told;

test('one person more, in one ward, between two runs is told by no number of theirs', () => {
  const before = run(1, 1_203, 804, [rate('Ford', 62, 40, 31)]);
  const after = run(2, 1_204, 805, [rate('Ford', 63, 41, 31)]);
  const again = run(3, 1_203, 804, [rate('Ford', 62, 40, 31)]);
  const [latest, middle, first] = runsAsTold([again, after, before]);
  expect([latest, middle, first].map((each) => each!.id)).toEqual(['3', '2', '1']);
  expect(toldBy(middle!)).toEqual(toldBy(first!));
  expect(toldBy(latest!)).toEqual(toldBy(first!));
  expect(first!).toMatchObject({ records: 1_205, people: { value: 805 }, thin: 35, pairs: 870 });
  expect(first!.rates[0]).toMatchObject({ records: 60, people: 40 });
});

test('a ward is told as its own series, though other runs lack it, and a share lies within its range', () => {
  const runs = [
    run(3, 300, 200, [rate('Ford', 41, 30, 20), rate('Ham', 22, 20, 11)]),
    run(2, 300, 200, [rate('Ham', 80, 60, 70)]),
    run(1, 300, 200, [rate('Ford', 40, 30, 20)]),
  ];
  const [latest, , first] = runsAsTold(runs);
  expect(latest!.rates.find(({ group }) => group === 'Ford')).toMatchObject({ records: 40, people: 30 });
  expect(latest!.rates.find(({ group }) => group === 'Ham')).toMatchObject({ records: 20, people: 20 });
  expect(first!.rates.map(({ group }) => group)).toEqual(['Ford']);
  for (const { people, rates } of runsAsTold(runs)) {
    expect(people.low <= people.value && people.value <= people.high).toBe(true);
    for (const { linked } of rates)
      expect(linked.low <= linked.value && linked.value <= linked.high && linked.value <= 1).toBe(true);
  }
});
