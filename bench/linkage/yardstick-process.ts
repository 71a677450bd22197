import { DuckDBInstance } from '@duckdb/node-api';
import { patternsSql } from './yardstick-sql.js';

/** Reads the records that the benchmark wrote, counts comparison vectors, prints what it took as one line of JSON. */
const plan = JSON.parse(process.argv[2] ?? '{}') as { file: string; rules: number; categories: number };
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const text = [
  'given',
  'family',
  'birth',
  'sex',
  'postcode',
  'place',
  'address',
  'email',
  'phone',
  'national',
  'local',
];
const types = [...text, ...Array.from({ length: plan.categories }, (_, number) => `category${number}`)]
  .map((column) => `'${column}': 'VARCHAR'`)
  .join(', ');
await connection.run(
  `create table records as select columns(*) from read_csv('${plan.file}', header = true, types = {${types}}, nullstr = '\\N')`,
);
const began = { wall: performance.now(), cpu: process.cpuUsage() };
const reader = await connection.runAndReadAll(patternsSql(plan.rules, plan.categories));
const { user, system } = process.cpuUsage(began.cpu);
const [pairs, patterns] = reader.getRows()[0]!.map(Number) as [number, number];
const seconds = (performance.now() - began.wall) / 1000;
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, seconds, pairs, patterns }));
