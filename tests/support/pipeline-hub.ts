import type { SheetMappingInput } from '#connectors';
import type { DeliveryReceipt } from '#domain';
import { deliverAndWait, resolveHeld } from '#pipeline';
import { addAgency, addAgreement, addSource, Database, receiveTrusted } from '#store';

import { testDatabase, type TestDatabase } from './database.js';

const MAPPING: SheetMappingInput = {
  engagement: { key: 'safer', title: 'Safer streets', kind: 'survey' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'respondent', column: 'Postcode', field: 'postcode' },
    { as: 'question', column: 'What should change?', key: 'change' },
  ],
};
const KINDS = ['system-id', 'name', 'postcode', 'free-text'];
const HEADER = 'Ref,Name,Postcode,What should change?\n';

/** One row of a delivery; everybody in it is invented. */
export interface SmallRow {
  ref: number | string;
  words: string;
  name?: string;
  postcode?: string;
}

/** A hub of one agency with one source, worked on as the worker and the linker do. */
export interface PipelineHub {
  database: TestDatabase;
  worker: Database;
  linker: Database;
  /** Delivered and read. */
  deliver(rows: readonly SmallRow[]): Promise<DeliveryReceipt>;
  /** Acknowledged, and no more. @returns its number */
  receive(content: string | readonly SmallRow[], name?: string): Promise<number>;
  /** Delivered as a correction of rows that are held. */
  correct(rows: readonly SmallRow[]): Promise<DeliveryReceipt>;
  count(from: string): Promise<number>;
  rows<R = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<R[]>;
  end(): Promise<void>;
}

export const asCsv = (rows: readonly SmallRow[]): string =>
  HEADER +
  rows
    .map(
      ({ ref, words, name, postcode }) =>
        `${ref},${name ?? `Synthetic ${ref}`},${postcode ?? 'PL4 8AA'},"${words}"`,
    )
    .join('\n');

export async function pipelineHub(): Promise<PipelineHub> {
  const database = await testDatabase();
  const worker = await Database.open(database.urlFor('worker'));
  const linker = await Database.open(database.urlFor('linker'));
  await addAgency(worker, { code: 'council', name: 'Demonstration Council', kind: 'council' });
  await addAgreement(worker, {
    agency: 'council',
    id: 'a1',
    purposes: ['engagement-analysis', 'record-linkage'],
    lawfulBasis: 'public task',
    fields: KINDS as never[],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'survey',
    agency: 'council',
    name: 'Survey',
    connector: 'spreadsheet',
    mapping: MAPPING,
    fieldKinds: KINDS,
    agreement: 'a1',
    pullAddress: null,
    schedule: null,
  });
  const rows: PipelineHub['rows'] = async (sql, parameters) =>
    (await database.admin.query(sql, parameters)).rows as never;
  const fileOf = (content: string | readonly SmallRow[], name = 'rows.csv') => ({
    name,
    mediaType: null,
    bytes: Buffer.from(typeof content === 'string' ? content : asCsv(content)),
  });
  const deliver = async (content: readonly SmallRow[]): Promise<DeliveryReceipt> => {
    const outcome = await deliverAndWait(worker, {
      source: 'survey',
      mapping: null,
      files: [fileOf(content)],
    });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value;
  };
  return {
    database,
    worker,
    linker,
    rows,
    deliver,
    receive: async (content, name) => {
      const answer = await receiveTrusted(worker, {
        source: 'survey',
        way: 'command-line',
        files: [fileOf(content, name)],
        mapping: null,
        fieldKinds: null,
      });
      return answer.delivery!;
    },
    correct: async (content) => {
      const held = await deliver(content);
      const outcome = await resolveHeld(worker, held.delivery!, 'replace', null);
      if (!outcome.ok) throw new Error(outcome.error.code);
      return outcome.value;
    },
    count: async (from) => Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${from}`))[0]!.n),
    end: async () => {
      await Promise.all([worker.close(), linker.close()]);
      await database.drop();
    },
  };
}
