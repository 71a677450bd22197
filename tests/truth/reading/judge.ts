import { connector, layouts, readingOf, type FileReading, type SheetMapping } from '#connectors';
import type { SubmissionRecord } from '#domain';
import type { Asked, Given } from './form.js';
import type { Laid } from './lay-out.js';
import type { Written } from './write.js';

const known = await layouts();
const spreadsheet = await connector('spreadsheet');

export interface Fault {
  what: string;
  /** Wording that it is about; null where it is about the sheet. */
  about: string | null;
  /** Options and items that may have columns of their own. */
  parts?: readonly string[];
}

export interface Verdict {
  status: FileReading['status'];
  asks: FileReading['asks'];
  faults: Fault[];
  /** Of the faults, those of which nothing is asked. */
  silent: Fault[];
}

/** Reads a file as the hub would and compares every answer of every person with what is true. */
export async function judge(laid: Laid, written: Written): Promise<Verdict> {
  const file = { ...written, mediaType: null };
  const { reading, mapping } = await readingOf(file, known, null, '2026-12-31');
  if (mapping === null || reading.status === 'refused')
    return {
      status: reading.status,
      asks: reading.asks,
      faults: [{ what: 'refused', about: null }],
      silent: [],
    };
  const records = await recordsOf(file, mapping);
  const faults = [...sheetFaults(laid, reading, records), ...questionFaults(laid, reading, records)];
  return {
    status: reading.status,
    asks: reading.asks,
    faults,
    silent: faults.filter((fault) => !isAsked(fault, reading)),
  };
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function isAsked({ about, parts = [] }: Fault, { asks }: FileReading): boolean {
  // Options without a question: what is asked speaks of all that stand side by side.
  if (parts.length > 0 && asks.some(({ why }) => why.startsWith('No label says the question'))) return true;
  const names = about === null ? [] : [about, ...parts].map(fold);
  return asks.some(({ column }) =>
    about === null || column === null
      ? column === about
      : names.some((name) => fold(column).includes(name) || name.includes(fold(column))),
  );
}

async function recordsOf(
  file: Written & { mediaType: null },
  mapping: SheetMapping,
): Promise<Map<number, SubmissionRecord>> {
  const read = await spreadsheet!.read([file], mapping);
  const records = new Map<number, SubmissionRecord>();
  if (read.status !== 'read') return records;
  for (const row of read.rows) {
    const outcome = spreadsheet!.toRecord(row, read.context);
    if (outcome.ok && outcome.record.kind === 'submission') records.set(row.row, outcome.record);
  }
  return records;
}

type Records = ReadonlyMap<number, SubmissionRecord>;

function sheetFaults(
  { rowOf, form, tool, nobodys, headerRows }: Laid,
  reading: FileReading,
  records: Records,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (what: string, about: string | null = null): void => void faults.push({ what, about });
  const said = (at: number): boolean => form.people[at]!.some((given) => given !== null);
  const missing = rowOf.filter((row, at) => said(at) && !records.has(row)).length;
  const others = [...records.keys()].filter((row) => !rowOf.includes(row));
  if (missing) fault(`${missing} people lost`);
  if (others.length) fault(`rows ${others.join()} made people`);
  if (tool.layout !== null && reading.layout !== tool.layout) fault(`layout ${reading.layout}`);
  if (reading.headerRows.join() !== headerRows.join()) fault(`labels in rows ${reading.headerRows.join()}`);
  const dated = [...tool.before, ...tool.after].some(({ is }) => is === 'date');
  const wrong = rowOf.filter(
    (row, at) => records.has(row) && records.get(row)!.submittedOn !== (dated ? form.days[at] : null),
  );
  if (wrong.length)
    fault(
      `${wrong.length} dates wrong`,
      [...tool.before, ...tool.after].find(({ is }) => is === 'date')?.label as string,
    );
  for (const label of nobodys)
    if (
      reading.questions.some(({ text, items }) => [text, ...items].some((own) => fold(own) === fold(label)))
    )
      fault('is a question', label);
  return faults;
}

function questionFaults(laid: Laid, reading: FileReading, records: Records): Fault[] {
  const faults: Fault[] = [];
  const met = new Set<string>();
  const times = new Map<string, number>();
  laid.form.questions.forEach((asked, at) => {
    const given = new Map(laid.rowOf.map((row, person) => [row, laid.form.people[person]![at]!] as const));
    const time = times.get(asked.text) ?? 0;
    times.set(asked.text, time + 1);
    if ([...given.values()].every((value) => value === null)) {
      for (const { key } of candidates(asked, reading)) met.add(key);
      return;
    }
    faults.push(...ofOne(laid, { ...asked, time }, given, reading, records, met));
  });
  const asked = laid.form.questions.filter(({ other }) => other).map(({ text }) => fold(text));
  const own = [...laid.tool.before, ...laid.tool.after]
    .filter(({ is }) => is === 'field')
    .map(({ label }) => label);
  for (const { key, text } of reading.questions)
    if (
      !met.has(key) &&
      !own.includes(text) &&
      !laid.remarks.includes(text) &&
      !asked.some((part) => fold(text).includes(part)) &&
      !(asked.length > 0 && /^other\b/i.test(text))
    )
      faults.push({ what: 'a question that nobody asked', about: text });
  return faults;
}

const unnumbered = (text: string): string =>
  fold(text)
    .replace(/^(q?\d+[.:)]? )/, '')
    .replace(/[\s*:]+$/, '');

function candidates(asked: Asked & { time?: number }, reading: FileReading): FileReading['questions'] {
  const wanted = fold(asked.text);
  // A label that stands twice has a number the second time.
  const exact = reading.questions.filter(
    ({ text }) => unnumbered(text).replace(/[\s*:]*\(\d\)$/, '') === unnumbered(wanted),
  );
  if (exact.length)
    return asked.time === undefined ? exact : exact.slice(asked.time, exact.length > 1 ? asked.time + 1 : 1);
  const within = reading.questions.filter(({ text }) => fold(text).includes(wanted));
  if (within.length) return within;
  // A tool that writes options without the question.
  return asked.kind === 'multi-choice'
    ? reading.questions.filter(({ options }) =>
        asked.options.every((option) => options.map(fold).includes(fold(option))),
      )
    : [];
}

function ofOne(
  laid: Laid,
  asked: Asked & { time?: number },
  given: ReadonlyMap<number, Given>,
  reading: FileReading,
  records: Records,
  met: Set<string>,
): Fault[] {
  const parts = [...asked.options, ...asked.items];
  const fault = (what: string): Fault => ({ what: `${asked.kind}: ${what}`, about: asked.text, parts });
  if (asked.kind === 'field') return fieldFaults(asked, given, records, fault);
  if (asked.kind === 'demographic') return characteristicFaults(asked, given, reading, records, fault);
  if (asked.kind === 'matrix' && laid.tool.matrix === null)
    return asked.items.flatMap((item) =>
      ofOne(
        laid,
        { ...asked, kind: 'choice', text: item },
        new Map(
          [...given].map(([row, value]) => [
            row,
            value === null ? null : (value as Record<string, string>)[item]!,
          ]),
        ),
        reading,
        records,
        met,
      ),
    );
  const found = candidates(asked, reading);
  for (const { key } of found) met.add(key);
  // Where nobody ticked two, several could be chosen for all that the file says.
  const single =
    asked.kind === 'multi-choice' &&
    [...given.values()].every((value) => ((value ?? []) as string[]).length < 2);
  const kinds = single ? ['multi-choice', 'choice', 'scale'] : KINDS[asked.kind]!;
  const right = found.find(({ kind }) => kinds.includes(kind));
  if (!right) return [fault(found.length ? `read as ${found.map(({ kind }) => kind).join()}` : 'lost')];
  const wrong = [...given].filter(
    ([row, value]) => records.has(row) && !same(asked, value, read(asked, right, records.get(row)!)),
  );
  const [first] = wrong;
  return first
    ? [
        fault(
          `${wrong.length} of ${given.size} wrong: ${JSON.stringify(first[1])} is ${JSON.stringify(read(asked, right, records.get(first[0])!))}`,
        ),
      ]
    : [];
}

const KINDS: Partial<Record<Asked['kind'], readonly string[]>> = {
  'free-text': ['free-text'],
  choice: ['choice', 'scale'],
  'multi-choice': ['multi-choice'],
  matrix: ['matrix'],
  ranking: ['ranking'],
  number: ['number', 'scale', 'choice'],
};

function read(asked: Asked, { key }: { key: string }, { answers }: SubmissionRecord): Given {
  if (asked.kind === 'matrix') {
    const own = answers.filter(({ question }) => question.key.startsWith(`${key}.`));
    return own.length
      ? Object.fromEntries(own.map(({ question, options }) => [question.text, options[0] ?? '']))
      : null;
  }
  const answer = answers.find(({ question }) => question.key === key);
  if (!answer) return null;
  if (asked.kind === 'free-text') return answer.text;
  if (asked.kind === 'multi-choice' && answer.options.length === 0) return null;
  if (asked.kind === 'number') return answer.value ?? Number(answer.options[0]);
  return asked.kind === 'choice' ? (answer.options[0] ?? null) : answer.options;
}

function same(asked: Asked, value: Given, got: Given): boolean {
  if (asked.kind === 'multi-choice' && asked.other) return sameListed(asked, value, got);
  if (value === null || got === null) return value === got;
  if (asked.kind === 'matrix') {
    const answers = Object.entries(got as Record<string, string>);
    return Object.entries(value as Record<string, string>).every(([item, answer]) =>
      answers.some(([text, own]) => fold(text).includes(fold(item)) && fold(own) === fold(answer)),
    );
  }
  if (asked.kind === 'multi-choice') return sorted(value as string[]) === sorted(got as string[]);
  if (asked.kind === 'ranking')
    return (value as string[]).map(fold).join('|') === (got as string[]).map(fold).join('|');
  return asked.kind === 'number' ? value === got : fold(String(value)) === fold(String(got));
}

/** What was written beside the options is one of its own, or "Other". */
function sameListed({ options }: Asked, value: Given, got: Given): boolean {
  const known = options.map(fold);
  const listed = (list: Given): string =>
    sorted(((list ?? []) as string[]).filter((option) => known.includes(fold(option))));
  return listed(value) === listed(got);
}

const sorted = (list: readonly string[]): string => list.map(fold).sort().join('|');

type Told = (what: string) => Fault;

function fieldFaults(
  { as }: Asked,
  given: ReadonlyMap<number, Given>,
  records: Records,
  fault: Told,
): Fault[] {
  const wrong = [...given].filter(([row, value]) => {
    const own = records.get(row)?.respondent[as as 'email'];
    return (
      records.has(row) && (value === null ? (own ?? null) !== null : fold(own ?? '') !== fold(String(value)))
    );
  });
  const [first] = wrong;
  return first
    ? [
        fault(
          `${as} wrong of ${wrong.length} of ${given.size}: ${first[1]} is ${records.get(first[0])?.respondent[as as 'email']}`,
        ),
      ]
    : [];
}

function characteristicFaults(
  { as }: Asked,
  given: ReadonlyMap<number, Given>,
  reading: FileReading,
  records: Records,
  fault: Told,
): Fault[] {
  const own = reading.demographics.filter(({ characteristic }) => as.split('|').includes(characteristic));
  if (own.length !== 1) return [fault(own.length ? `${as} twice` : `${as} not found`)];
  const wrong = [...given].filter(([row, value]) => {
    const told = records
      .get(row)
      ?.demographics.find(({ characteristic }) => characteristic === own[0]!.characteristic);
    return records.has(row) && (told?.asAsked ?? null) !== value;
  });
  if (wrong.length) return [fault(`${as}: ${wrong.length} wrong`)];
  return own[0]!.uncoded ? [fault(`${as}: ${own[0]!.uncoded} without a code`)] : [];
}
