import { layouts, readingOf, type FileReading } from '#connectors';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, sharedData } from '../support/shared-data.js';

type Range = [least: number, most: number];

interface ExpectedQuestion {
  text: string[];
  kinds: string[];
  options?: string[] | number;
  items?: string[];
  answered?: Range;
}

interface Expected {
  layout?: string;
  people: Range;
  headerRows?: number[];
  leftOut?: Record<string, number>;
  questions: ExpectedQuestion[];
  identifying: string[];
  demographics: Record<string, number>;
  never: string[];
}

const folder = sharedData('cases', 'layouts');
const cases = folder
  ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>)
  : {};
const known = await layouts();
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

describe('layouts of survey tools', () => {
  if (!folder) {
    test('skipped, no data', () => undefined);
    return;
  }

  test('are all described', () => {
    const files = readdirSync(folder).filter((name) => name !== 'expected.json');
    expect(Object.keys(cases).sort()).toEqual(files.sort());
  });

  test.each(Object.entries(cases))('%s is read right, unasked', async (file, expected) => {
    const bytes = bytesOf(join(folder, file));
    const { reading } = await readingOf({ name: file, mediaType: null, bytes }, known, null, '2026-11-30');
    expect(faults(reading, expected)).toEqual([]);
    expect({ status: reading.status, asks: reading.asks }).toEqual({ status: 'ready', asks: [] });
  });
});

const within = (value: number, [least, most]: Range): boolean => value >= least && value <= most;

/** Everything in which a reading is other than it should be; none where it is right. */
function faults(reading: FileReading, expected: Expected): string[] {
  const found: string[] = [];
  const check = (fine: boolean, what: string): void => void (fine || found.push(what));
  check(within(reading.people, expected.people), `people ${reading.people}`);
  check(!expected.layout || reading.layout === expected.layout, `layout ${reading.layout}`);
  if (expected.headerRows)
    check(String(reading.headerRows) === String(expected.headerRows), `header ${reading.headerRows.join()}`);
  for (const [why, count] of Object.entries(expected.leftOut ?? {}))
    check(
      reading.leftOut.find((left) => left.why === why)?.rows.length === count,
      `left out as ${why}: ${JSON.stringify(reading.leftOut)}`,
    );
  for (const question of expected.questions) found.push(...questionFaults(reading, question));
  for (const field of expected.identifying) check(reading.identifying.includes(field), `no ${field}`);
  for (const [names, least] of Object.entries(expected.demographics)) {
    const met = reading.demographics.find(({ characteristic }) => names.split('|').includes(characteristic));
    check((met?.coded ?? 0) >= least, `${names}: ${met?.coded ?? 'none'} coded`);
    check(!met || met.answered === met.coded + met.declined + met.uncoded, `${names} does not add up`);
  }
  const labels = reading.questions.flatMap(({ text, items }) => [text, ...items]).map(fold);
  for (const never of expected.never)
    check(
      !labels.some((label) => label === fold(never) || label.startsWith(`${fold(never)} -`)),
      `"${never}" is a question`,
    );
  const keys = reading.questions.map(({ key }) => key);
  check(new Set(keys).size === keys.length, 'a key twice');
  return found;
}

function questionFaults({ questions }: FileReading, expected: ExpectedQuestion): string[] {
  const [wanted] = expected.text;
  const met = questions.filter(
    ({ text, kind }) =>
      expected.text.some((part) => fold(text).includes(fold(part))) && expected.kinds.includes(kind),
  );
  if (met.length === 0) return [`no ${expected.kinds.join(' or ')} "${wanted}"`];
  const tried = met.map((question) => {
    const found: string[] = [];
    if (expected.answered && !within(question.answered, expected.answered))
      found.push(`"${wanted}": ${question.answered} answered`);
    const options = question.options.map(fold);
    if (Array.isArray(expected.options))
      for (const option of expected.options)
        if (!options.includes(fold(option))) found.push(`"${wanted}" lacks "${option}"`);
    if (typeof expected.options === 'number' && Math.abs(options.length - expected.options) > 1)
      found.push(`"${wanted}" has ${options.length} options`);
    for (const item of expected.items ?? [])
      if (!question.items.some((own) => fold(own).includes(fold(item))))
        found.push(`"${wanted}" lacks item "${item}"`);
    return found;
  });
  return tried.sort((a, b) => a.length - b.length)[0]!;
}
