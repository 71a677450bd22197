import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { readAnswerCode } from '#decisions';
import { standardise } from '#pipeline';
import {
  addAgency,
  addAgreement,
  addSource,
  Database,
  receiptOf,
  setSourceKey,
  waitingDeliveries,
} from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { ask, intakeApp } from '../support/intake-app.js';

const MAPPING = {
  engagement: { key: 'e', title: 'E' },
  columns: [
    { as: 'submission-id', column: 'id' },
    { as: 'question', column: 'text', key: 'text' },
  ],
};
const CSV = 'id,text\n1,More lights please\n2,\n';

describe('the push door', () => {
  let database: TestDatabase;
  let worker: Database;
  let intake: Database;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    database = await testDatabase();
    worker = await Database.open(database.urlFor('worker'));
    intake = await Database.open(database.urlFor('intake'));
    app = await intakeApp(intake);
    for (const code of ['council', 'police']) {
      await addAgency(worker, { code, name: code, kind: code as 'council' });
      await addAgreement(worker, {
        agency: code,
        id: 'a',
        purposes: ['engagement-analysis'],
        lawfulBasis: 'public task',
        fields: ['free-text', 'answers', 'system-id'],
        from: '2020-01-01',
        until: null,
      });
      await addSource(worker, {
        code,
        agency: code,
        name: code,
        connector: 'spreadsheet',
        mapping: MAPPING,
        fieldKinds: ['free-text'],
        agreement: 'a',
        pullAddress: null,
        schedule: null,
      });
      await setSourceKey(worker, code, `key-of-${code}`);
    }
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([worker.close(), intake.close()]);
    await database.drop();
  });

  it('offers the encoder to anybody, as it stands in the repository, with its checksum', async () => {
    const tool = await ask(app, { method: 'GET', url: '/v1/hub-encode.mjs' });
    expect(tool.body).toBe(
      readFileSync(new URL('../../libs/linkage/encode/hub-encode.mjs', import.meta.url), 'utf8'),
    );
    expect(tool.headers['content-disposition']).toContain('hub-encode.mjs');
    const checksum = await ask(app, { method: 'GET', url: '/v1/hub-encode.mjs.sha256' });
    expect(checksum.body).toBe(`${createHash('sha256').update(tool.body).digest('hex')}  hub-encode.mjs\n`);
  });

  const post = (body: string, headers: Record<string, string> = {}, source = 'council') =>
    ask(app, {
      method: 'POST',
      url: `/v1/sources/${source}/deliveries`,
      payload: body,
      headers: { authorization: `Bearer key-of-${source}`, 'content-type': 'text/csv', ...headers },
    });
  const get = (url: string, key: string) =>
    ask(app, { method: 'GET', url, headers: { authorization: `Bearer ${key}` } });
  const finish = async (): Promise<void> => {
    for (const id of await waitingDeliveries(worker)) await standardise(worker, id);
  };

  it('keeps a file at once and tells row by row what became of it', async () => {
    const answer = await post(CSV, { 'content-disposition': 'attachment; filename="june.csv"' });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ source: 'council', status: 'received', rows: 0 });
    await finish();
    const status = await get(String(answer.headers.location), 'key-of-council');
    expect(status.json()).toMatchObject({
      status: 'accepted',
      rows: 2,
      accepted: 1,
      rejected: 1,
      files: [{ name: 'june.csv', rows: 2 }],
    });
    const rows = await get(`${answer.headers.location}/rows`, 'key-of-council');
    expect(rows.json()).toEqual({
      rows: [
        { file: 'june.csv', row: 2, outcome: 'accepted', why: null, reasons: [] },
        {
          file: 'june.csv',
          row: 3,
          outcome: 'rejected',
          why: null,
          reasons: [{ column: null, code: 'row-empty', reason: expect.any(String) }],
        },
      ],
      next: null,
    });
  });

  it('hands out a code for each answer of a delivery, once, to the holder of its key alone', async () => {
    const answer = await post('id,text\ncode-1,Light the path\ncode-2,More bins\n', {
      'content-disposition': 'attachment; filename="codes.csv"',
    });
    await finish();
    const url = `${String(answer.headers.location)}/answer-codes`;
    const codesBy = (key: string, at = url) =>
      ask(app, { method: 'POST', url: at, headers: { authorization: `Bearer ${key}` } });
    expect((await codesBy('key-of-police')).statusCode).toBe(404);
    expect((await codesBy('key-of-police', url.replace('council', 'police'))).statusCode).toBe(404);
    const told = await codesBy('key-of-council');
    expect(told.headers['cache-control']).toBe('no-store');
    const { codes, left } = told.json() as { codes: { externalId: string; code: string }[]; left: number };
    expect([codes.map(({ externalId }) => externalId), left]).toEqual([['code-1', 'code-2'], 0]);
    for (const { code } of codes) expect(readAnswerCode(code)).toBe(code);
    expect((await codesBy('key-of-council')).json()).toEqual({ codes: [], left: 0 });
  });

  it('answers the same bytes with the receipt of the one delivery', async () => {
    const answer = await post(CSV);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'repeated', accepted: 0, repeated: 1, rejected: 1 });
  });

  it('goes by the idempotency key: same body the stored answer, another body 422', async () => {
    const first = await post('id,text\n5,Five\n', { 'idempotency-key': 'k1' });
    const again = await post('id,text\n5,Five\n', { 'idempotency-key': 'k1' });
    expect(again.json().delivery).toBe(first.json().delivery);
    const other = await post('id,text\n6,Six\n', { 'idempotency-key': 'k1' });
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ code: 'key-reused', status: 422 });
  });

  it('answers 409 while the same key is being taken in', async () => {
    const client = await database.admin.connect();
    await client.query(
      `BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('hub.idempotency.council/k2', 0))`,
    );
    const answer = await post('id,text\n7,Seven\n', { 'idempotency-key': 'k2' });
    await client.query('ROLLBACK');
    client.release();
    expect(answer.statusCode).toBe(409);
  });

  it('answers a wrong key, a wrong source and another partner’s delivery exactly alike', async () => {
    const mine = await post(CSV);
    const id = mine.json().delivery as number;
    const answers = await Promise.all([
      get(`/v1/sources/police/deliveries/${id}`, 'key-of-police'),
      get('/v1/sources/police/deliveries/999999', 'key-of-police'),
      get('/v1/sources/police/deliveries/not-a-number', 'key-of-police'),
      get('/v1/sources/nobody/deliveries/1', 'key-of-police'),
      get(`/v1/sources/council/deliveries/${id}`, 'wrong'),
      get(`/v1/sources/council/deliveries/${id}/rows`, 'wrong'),
      post(CSV, { authorization: 'Bearer wrong' }),
      post(CSV, {}, 'nobody'),
    ]);
    expect(new Set(answers.map((a) => `${a.statusCode} ${a.body}`)).size).toBe(1);
    expect(answers[0]!.statusCode).toBe(404);
    expect((await ask(app, { method: 'GET', url: `/v1/sources/council/deliveries/${id}` })).statusCode).toBe(
      401,
    );
  });

  it('turns away who is not known, and what is too large, before the body is read', async () => {
    const send = (path: string, headers: Record<string, string>): Promise<string> =>
      new Promise((resolve, reject) => {
        const { port } = new URL(address);
        // A gigabyte is announced and never sent: whoever waited for it would not answer.
        const request = connect(Number(port), '127.0.0.1', () => {
          const lines = {
            host: 'hub',
            'content-type': 'text/csv',
            'content-length': '1000000000',
            ...headers,
          };
          request.write(
            [`POST ${path} HTTP/1.1`, ...Object.entries(lines).map((line) => line.join(': ')), '', 'id'].join(
              '\r\n',
            ),
          );
        });
        let answer = '';
        request.on('data', (chunk: Buffer) => (answer += String(chunk)));
        request.on('error', reject);
        request.on('close', () => resolve(answer));
      });
    const address = await app.getUrl();
    const path = '/v1/sources/council/deliveries';
    expect(await send(path, {})).toMatch(/^HTTP\/1.1 401 [^]*key-missing/);
    expect(await send(path, { authorization: 'Bearer wrong' })).toMatch(/^HTTP\/1.1 404 [^]*not-found/);
    expect(await send(path, { authorization: 'Bearer key-of-council' })).toMatch(
      /^HTTP\/1.1 413 [^]*too-large/,
    );
    expect(await send('/graphql', {})).toMatch(/^HTTP\/1.1 413 /);
  });

  it('refuses what is not as its sender says it is, alone and in a form, and keeps none of it', async () => {
    const digest = (text: string): string =>
      `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
    const form = { 'content-type': 'multipart/form-data; boundary=d1g' };
    const part = (text: string): string =>
      `--d1g\r\ncontent-disposition: form-data; name="file"; filename="d.csv"\r\n\r\n${text}\r\n--d1g--\r\n`;
    for (const [body, headers] of [
      ['id,text\n91,a\n', {}],
      [part('id,text\n92,a\n'), form],
      [part('id,text\n93,a\n'.repeat(50_000)), form],
    ] as const) {
      const wrong = await post(body, { ...headers, 'content-digest': digest(`${body} `) });
      expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'digest-differs']);
    }
    const right = 'id,text\n94,a\n';
    expect((await post(right, { 'content-digest': digest(right) })).statusCode).toBe(202);
    const sent = part('id,text\n95,a\n');
    expect((await post(sent, { ...form, 'content-digest': digest(sent) })).statusCode).toBe(202);
    await finish();
  });

  it('keeps a broken file as a delivery and refuses it with its place, instead of losing it', async () => {
    const answer = await post('{"rows": [', { 'content-type': 'application/json' });
    expect(answer.statusCode).toBe(202);
    await finish();
    const status = (await get(String(answer.headers.location), 'key-of-council')).json();
    expect(['held', 'refused']).toContain(status.status);
    expect(status.note ?? status.rejections[0].reason).toBeTruthy();
  });

  it('takes a form with several files', async () => {
    const boundary = 'x0x0x';
    const part = (name: string, text: string): string =>
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`;
    const body = `${part('../a.csv', 'id,text\n21,a\n')}${part('b.csv', 'id,text\n22,b\n')}--${boundary}--\r\n`;
    const answer = await post(body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
    await finish();
    const status = (await get(String(answer.headers.location), 'key-of-council')).json();
    expect(status).toMatchObject({
      status: 'accepted',
      rows: 2,
      files: [{ name: 'a.csv' }, { name: 'b.csv' }],
    });
  });

  it('refuses an empty body, and an agreement’s end with its reason', async () => {
    expect((await post('')).statusCode).toBe(400);
    await database.admin.query(
      `UPDATE intake.agreement SET until = current_date - 1 WHERE agency = 'police'`,
    );
    const answer = await post(CSV, {}, 'police');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'agreement-ended' });
  });

  it('tells a fault of ours by a reference only', async () => {
    const broken = await Database.open(database.urlFor('intake'));
    const other = await intakeApp(broken);
    await broken.close();
    const answer = await ask(other, {
      method: 'POST',
      url: '/v1/sources/council/deliveries',
      payload: 'CANARY',
      headers: { authorization: 'Bearer CANARY', 'content-type': 'text/csv' },
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('CANARY');
    expect(answer.json().detail).toMatch(/reference [0-9a-f]{8}/);
    await other.close();
  });

  it('tells the first thousand of a large receipt and how much there is, and why of each row in pages', async () => {
    const sent = await post('id,text\n9001,Of a large receipt\n', { 'idempotency-key': 'large-receipt' });
    const id = Number(sent.json().delivery);
    await standardise(worker, id);
    const many = 3_000;
    const plant = (sql: string) => database.admin.query(sql, [id, many]);
    await plant(
      `INSERT INTO intake.row_outcome (agency, delivery, file, "row", outcome, why)
       SELECT 'council', $1, 'large.csv', n, CASE WHEN n % 2 = 0 THEN 'rejected' ELSE 'left-out' END, CASE WHEN n % 2 = 1 THEN 'no-consent' END FROM generate_series(1, 2 * $2::int) n`,
    );
    await plant(
      `INSERT INTO intake.quarantine (agency, source, delivery, file, "row", "column", code, reason, state)
       SELECT 'council', 'council', $1, 'large.csv', 2 * n, 'id', 'made-up', 'Made up.', 'open' FROM generate_series(1, $2::int) n`,
    );
    await plant(
      `INSERT INTO intake.unused_cell (agency, delivery, position, file, "row", "column", code, reason)
       SELECT 'council', $1, 100000 + n, 'large.csv', 2 * n - 1, 'text', 'made-up', 'Made up.' FROM generate_series(1, $2::int) n`,
    );
    const get = async (path: string) =>
      (
        await ask(app, { method: 'GET', url: path, headers: { authorization: 'Bearer key-of-council' } })
      ).json();
    const receipt = await get(`/v1/sources/council/deliveries/${id}`);
    expect([receipt.rejections, receipt.usedWithout, receipt.leftOutRows].map((list) => list.length)).toEqual(
      [1_000, 1_000, 1_000],
    );
    expect(receipt).toMatchObject({ rejectionsInAll: many, usedWithoutInAll: many });
    expect(receipt.rejections[0]).toMatchObject({ row: 2 });
    expect(await receiptOf(worker, id)).toEqual(receipt);
    const { rows, next } = await get(`/v1/sources/council/deliveries/${id}/rows`);
    expect(rows).toHaveLength(1_000);
    const reason = { code: 'made-up', reason: 'Made up.' };
    expect(rows.filter(({ file }: { file: string }) => file === 'large.csv').slice(0, 2)).toEqual([
      {
        file: 'large.csv',
        row: 1,
        outcome: 'left-out',
        why: 'no-consent',
        reasons: [{ column: 'text', ...reason }],
      },
      { file: 'large.csv', row: 2, outcome: 'rejected', why: null, reasons: [{ column: 'id', ...reason }] },
    ]);
    expect((await get(next)).rows).toHaveLength(1_000);
  });

  it('describes itself: every address and answer of the running service is in the OpenAPI document', async () => {
    const document = (await ask(app, { method: 'GET', url: '/v1/openapi.json' })).json();
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths).sort()).toEqual([
      '/v1/hub-encode.mjs',
      '/v1/hub-encode.mjs.sha256',
      '/v1/sources/{code}/deliveries',
      '/v1/sources/{code}/deliveries/{delivery}',
      '/v1/sources/{code}/deliveries/{delivery}/answer-codes',
      '/v1/sources/{code}/deliveries/{delivery}/rows',
    ]);
    const responses = Object.keys(document.paths['/v1/sources/{code}/deliveries'].post.responses);
    expect(responses).toEqual(
      expect.arrayContaining(['200', '202', '400', '401', '403', '404', '409', '413', '422']),
    );
    const receipt = document.components.schemas.DeliveryReceiptView;
    const live = (await post(CSV)).json();
    expect(Object.keys(live).sort()).toEqual([...receipt.required].sort());
  });
});
