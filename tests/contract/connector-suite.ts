import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSafeFetch,
  type Connector,
  type DeliveredFile,
  type PulledPage,
  type ReadOutcome,
} from '#connectors';
import {
  FIELD_KINDS,
  HubError,
  type CanonicalRecord,
  type RawRow,
  type RecordedRecord,
  type Rejection,
} from '#domain';
import { hostileFiles, HOSTILE_CELLS } from '../support/hostile-files.js';
import { startSource, type Answers, type HostileSource } from '../support/hostile-source.js';

export interface ConnectorFixture {
  mapping: unknown;
  files: DeliveredFile[];
  /** What the connector's source answers to, for those that pull. */
  pull: { address: string; answers: Answers } | null;
}

/** A connector's own folder supplies its fixture: mapping.json, pull.json where it pulls, and the files of one delivery. */
export function readFixture(folder: string): ConnectorFixture {
  const fixture = join(folder, 'fixture');
  const json = (name: string): unknown => JSON.parse(readFileSync(join(fixture, name), 'utf8'));
  const names = readdirSync(fixture).filter((name) => name !== 'mapping.json' && name !== 'pull.json');
  return {
    mapping: json('mapping.json'),
    files: names
      .sort()
      .map((name) => ({ name, mediaType: null, bytes: new Uint8Array(readFileSync(join(fixture, name))) })),
    pull: existsSync(join(fixture, 'pull.json')) ? (json('pull.json') as ConnectorFixture['pull']) : null,
  };
}

type Read = Extract<ReadOutcome, { status: 'read' }>;

async function readWell(connector: Connector, files: DeliveredFile[], mapping: unknown): Promise<Read> {
  const outcome = await connector.read(files, mapping);
  if (outcome.status !== 'read') throw new Error(`${outcome.status}: ${outcome.code}: ${outcome.reason}`);
  return outcome;
}

function sort(
  connector: Connector,
  read: Read,
): { records: (CanonicalRecord | RecordedRecord)[]; rejections: Rejection[]; good: RawRow[] } {
  const sorted = {
    records: [] as (CanonicalRecord | RecordedRecord)[],
    rejections: [...read.rejections],
    good: [] as RawRow[],
  };
  for (const row of read.rows) {
    const outcome = connector.toRecord(row, read.context);
    if (outcome.ok) {
      sorted.records.push(outcome.record);
      sorted.good.push(row);
    } else sorted.rejections.push(...outcome.rejections);
  }
  return sorted;
}

const place = ({ file, row }: { file: string; row: number | null }): string => `${file} ${row}`;

/** Rows of each file = good + rejected, where a row with several faults is one rejected row. */
function expectToAddUp(connector: Connector, read: Read): void {
  const { records, rejections } = sort(connector, read);
  for (const { name, rows } of read.files) {
    const good = records.filter(({ file }) => file === name).length;
    const rejected = new Set(rejections.filter(({ file }) => file === name).map(place)).size;
    expect({ name, rows: good + rejected }).toEqual({ name, rows });
  }
  const names = new Set(read.files.map(({ name }) => name));
  for (const { file, reason, code } of rejections) {
    expect(names.has(file)).toBe(true);
    expect(code).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(reason.length).toBeGreaterThan(5);
  }
}

const CANARY = 'canary.person@example.org';

/** What every connector owes, checked from outside with the fixture that its folder supplies. */
export function connectorContract(connector: Connector, fixture: ConnectorFixture): void {
  const { mapping, files } = fixture;

  test('its mapping is accepted, and nonsense is not', () => {
    expect(connector.checkMapping(mapping)).toBeNull();
    for (const nonsense of [42, 'mapping', [], { columns: 'all' }, { engagement: 3 }, { surprise: true }]) {
      const problem = connector.checkMapping(nonsense);
      expect(problem).toMatchObject({ next: 'refuse', code: expect.stringMatching(/^[a-z-]+$/) as string });
    }
  });

  test('it says which kinds of field it carries', () => {
    const kinds = connector.fieldKinds(mapping);
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds) expect(FIELD_KINDS).toContain(kind);
  });

  test('its fixture is read, rows add up and keys are unique', async () => {
    const read = await readWell(connector, files, mapping);
    const { records } = sort(connector, read);
    expect(records.length).toBeGreaterThan(0);
    expectToAddUp(connector, read);
    expect(new Set(read.rows.map(place)).size).toBe(read.rows.length);
    const keys = records
      .filter(({ externalId }) => externalId !== null)
      .map(({ kind, externalId }) => `${kind} ${externalId}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const record of records) {
      expect(record.kind === 'recorded').toBe(connector.brings === 'recorded');
      if (record.kind !== 'recorded') expect(record.engagement.key).not.toBe('');
      expect(record.row).toBeGreaterThan(0);
      if (record.kind === 'submission' && record.submittedOn !== null)
        expect(record.submittedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('the same files again give the same records, also from a context that was stored', async () => {
    const first = await readWell(connector, files, mapping);
    const again = await readWell(connector, files, mapping);
    const stored = { ...again, context: JSON.parse(JSON.stringify(again.context)) as Read['context'] };
    expect(sort(connector, stored)).toEqual(sort(connector, first));
  });

  test('hostile files end in an answer that names a reason, never in a fault', async () => {
    for (const file of hostileFiles(files)) {
      const outcome = await connector.read([file], mapping);
      if (outcome.status === 'read') expectToAddUp(connector, outcome);
      else
        expect({ file: file.name, reason: outcome.reason.length > 10, code: outcome.code }).toMatchObject({
          reason: true,
          code: expect.stringMatching(/^[a-z-]+$/) as string,
        });
    }
    expect((await connector.read([], mapping)).status).not.toBe('read');
  });

  test('hostile cells end in quarantine or are kept as text, and no value stands in a reason', async () => {
    const read = await readWell(connector, files, mapping);
    const { good } = sort(connector, read);
    for (const row of good.slice(0, 3))
      for (const label of Object.keys(row.cells))
        for (const cell of [...HOSTILE_CELLS, CANARY]) {
          const outcome = connector.toRecord(
            { ...row, cells: { ...row.cells, [label]: cell } },
            read.context,
          );
          if (outcome.ok) continue;
          expect(outcome.rejections.length).toBeGreaterThan(0);
          for (const { reason, column } of outcome.rejections)
            expect(`${reason} ${column}`).not.toContain(CANARY);
        }
  });

  test('a reason why a delivery is held or refused holds no value from it', async () => {
    for (const file of files) {
      const bytes = new TextEncoder().encode(`${CANARY},${CANARY}\n${CANARY},"${CANARY}\n`);
      const outcome = await connector.read([{ ...file, name: 'planted.csv', bytes }], mapping);
      const json = await connector.read(
        [{ ...file, name: 'planted.json', bytes: new TextEncoder().encode(`{"${CANARY}": ["${CANARY}"`) }],
        mapping,
      );
      for (const { rejections, ...rest } of [outcome, json]) {
        const said = [
          ...rejections.map(({ reason, column }) => `${reason} ${column}`),
          'reason' in rest ? rest.reason : '',
        ].join(' ');
        expect(said).not.toContain(CANARY);
      }
    }
  });

  if (connector.ways.includes('pull')) pullContract(connector, fixture);
}

async function pullAll(
  connector: Connector,
  source: HostileSource,
  path: string,
  mapping: unknown,
  bookmark: unknown,
): Promise<PulledPage[]> {
  const pages: PulledPage[] = [];
  const request = {
    address: source.address + path,
    mapping,
    bookmark,
    fetch: createSafeFetch({ allowPrivate: [source.host], timeoutMs: 1_500, maxBytes: 200_000 }),
  };
  for await (const page of connector.pull?.(request) ?? []) {
    pages.push(page);
    if (pages.length > 50) throw new Error('the pages never end');
  }
  return pages;
}

function pullContract(connector: Connector, { mapping, pull }: ConnectorFixture): void {
  const path = pull?.address ?? '/';

  test('it pulls its source page by page, and a second pull adds nothing', async () => {
    const source = await startSource({ mode: 'answers', answers: pull?.answers ?? {} });
    try {
      const pages = await pullAll(connector, source, path, mapping, null);
      expect(pages.length).toBeGreaterThan(0);
      for (const { file } of pages) expectToAddUp(connector, await readWell(connector, [file], mapping));
      // The bookmark is stored between pulls.
      const bookmark: unknown = JSON.parse(JSON.stringify(pages.at(-1)?.bookmark));
      expect(await pullAll(connector, source, path, mapping, bookmark)).toEqual([]);
      // Broken off after its first page, it goes on from there.
      const rest = await pullAll(connector, source, path, mapping, pages[0]?.bookmark);
      expect(rest.map(({ file }) => file.bytes)).toEqual(pages.slice(1).map(({ file }) => file.bytes));
    } finally {
      await source.stop();
    }
  });

  const expected = {
    busy: 'retry',
    forbidden: 'stop-source',
    html: 'retry',
    shape: 'retry',
    slow: 'retry',
    cut: 'retry',
    'redirect-inside': 'stop-source',
    'redirect-loop': 'stop-source',
    endless: 'stop-source',
  } as const;
  test.each(Object.entries(expected))(
    'a source that is %s leaves it with a clear next step: %s',
    async (mode, next) => {
      const source = await startSource({ mode: mode as keyof typeof expected, answers: {} });
      try {
        const pulled = pullAll(connector, source, path, mapping, null);
        await expect(pulled).rejects.toBeInstanceOf(HubError);
        await expect(pulled).rejects.toMatchObject({ next });
      } finally {
        await source.stop();
      }
    },
  );
}
