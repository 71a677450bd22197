import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { connectors, type Connector, type DeliveredFile } from '#connectors';
import {
  demoDeliveries,
  demoSources,
  generateCity,
  startPortal,
  type DemoRegistry,
  type Portal,
} from '#demo';
import type { SubmissionRecord } from '#domain';

const city = generateCity({ seed: 19, size: 2_000 });
const truth = new Map(city.truth.submissions.map((one) => [`${one.source}/${one.externalId}`, one]));

let portal: Portal;
let registry: DemoRegistry;
let known: Map<string, Connector>;
/** Every file of every source with what belongs to it, pulled or pushed, the repeated form once. */
const files: { source: string; file: DeliveredFile; beside?: readonly DeliveredFile[] }[] = [];

beforeAll(async () => {
  portal = await startPortal({ port: 0, city });
  registry = demoSources(portal.address);
  known = new Map([...(await connectors()).values()].map((one) => [one.code, one]));
  for (const { code, connector, mapping, pullAddress } of registry.sources) {
    const pull = known.get(connector)?.pull;
    if (!pullAddress || !pull) continue;
    for await (const { file } of pull({ address: pullAddress, mapping, bookmark: null, fetch: plainFetch }))
      files.push({ source: code, file });
  }
  const pushed = demoDeliveries(city);
  files.push(...pushed.filter((one, at) => pushed.findIndex(({ file }) => file === one.file) === at));
});
afterAll(() => portal.close());

async function plainFetch(
  url: string,
): Promise<{ status: number; headers: Record<string, string>; bytes: Uint8Array }> {
  const response = await fetch(url);
  return { status: response.status, headers: {}, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('demonstration sources under the hub’s connectors', () => {
  it('have a mapping that the connector takes and an agreement that covers it', () => {
    for (const { code, connector, mapping, agreement } of registry.sources) {
      const found = known.get(connector);
      expect([code, found?.checkMapping(mapping)]).toEqual([code, null]);
      const terms = registry.agreements.find(({ id }) => id === agreement) ?? null;
      expect((found?.fieldKinds(mapping) ?? []).filter((kind) => !terms?.fields.includes(kind))).toEqual([]);
      expect([terms!.from < '2025-06-01', terms!.until]).toEqual([true, null]);
    }
  });

  it('are read whole: every row becomes its submission, the spoilt ones without their date', async () => {
    const seen = new Map<string, SubmissionRecord>();
    const refused = new Set<string>();
    let votes = 0;
    for (const { source, file, beside = [] } of files) {
      const { connector, mapping } = registry.sources.find(
        ({ code }) => code === source,
      ) as DemoRegistry['sources'][number];
      const reader = known.get(connector) as Connector;
      const read = await reader.read([file, ...beside], mapping);
      if (read.status !== 'read') throw new Error(`${file.name}: ${read.reason}`);
      expect(read.rejections).toEqual([]);
      for (const row of read.rows) {
        const outcome = reader.toRecord(row, read.context);
        if (!outcome.ok) refused.add(outcome.rejections[0]?.code ?? '');
        else if (outcome.record.kind === 'vote') votes += 1;
        else if (outcome.record.kind === 'submission')
          seen.set(`${source}/${outcome.record.externalId}`, outcome.record);
      }
    }
    const missing = [...truth].filter(([key, { spoilt }]) => !spoilt && !seen.has(key));
    const spoilt = [...truth].filter(([key, { spoilt }]) => spoilt && seen.has(key));
    // A thin record without a word may be an empty row.
    expect(missing.filter(([, { thin }]) => !thin)).toEqual([]);
    expect(spoilt.length).toBeGreaterThan(0);
    expect(spoilt.filter(([key]) => seen.get(key)!.submittedOn !== null)).toEqual([]);
    expect([...refused].filter((code) => !['row-empty', 'date-invalid'].includes(code))).toEqual([]);
    checkContent(seen);
    expect(votes).toBe(city.plan.conversation.votes.length);
    for (const { key, text } of city.truth.conversation.statements)
      expect(seen.get(`council-conversation/${key}`)?.answers[0]?.text).toBe(text);
  });
});

function checkContent(seen: Map<string, SubmissionRecord>): void {
  // What says nothing may be a blank to intake; everything else arrives under the key that the truth names.
  const lost = city.truth.texts.filter(({ source, externalId, question, themes }) => {
    const record = seen.get(`${source}/${externalId}`);
    const answer = record?.answers.find((one) => one.question.key === question);
    return record && !themes.includes('no-answer') && typeof answer?.text !== 'string';
  });
  expect(lost).toEqual([]);
  const codes = [...seen.values()]
    .flatMap(({ demographics }) => demographics)
    .filter(({ characteristic }) => characteristic !== 'carer');
  const unmapped = codes.filter(({ code }) => code === 'unmapped').length;
  expect(unmapped).toBeLessThan(codes.length * 0.005);
}
