import { type EngineRun, PersonIndex, type PersonFields } from '#linkage';

const NEWCOMERS = 5000;
const WARM_UP = 1000;

/** A known record given again under another id, as text. */
function again(run: EngineRun, row: number): PersonFields {
  const { table } = run;
  const value = (lane: number): string => table.valueOf(row, lane);
  return {
    id: `again-${row}`,
    source: 'newcomers',
    givenName: value(0),
    familyName: value(1),
    dateOfBirth: value(2),
    sex: value(3),
    postcode: value(4),
    place: value(5),
    address: value(6),
    email: value(7),
    phone: value(8),
    nationalId: value(9),
    categories: table.categories.map((_, number) => value(13 + number)),
  };
}

/** Microseconds to place one record among all that is known, standardisation included. */
export function oneAtATime(run: EngineRun): { p50Us: number; p99Us: number; placedRight: number } {
  const index = new PersonIndex(run.table, run.home, run.parameters);
  const { count } = run.table;
  const times: number[] = [];
  let right = 0;
  for (let newcomer = 0; newcomer < NEWCOMERS + WARM_UP; newcomer++) {
    const row = (newcomer * 7919) % count;
    const record = again(run, row);
    const began = process.hrtime.bigint();
    const placed = index.place(record);
    if (newcomer < WARM_UP) continue;
    times.push(Number(process.hrtime.bigint() - began) / 1000);
    if (placed.group === run.home[row]) right++;
  }
  times.sort((x, y) => x - y);
  const at = (share: number): number => times[Math.floor(times.length * share)]!;
  return { p50Us: at(0.5), p99Us: at(0.99), placedRight: right / NEWCOMERS };
}
