import { randomBytes, createHash } from 'node:crypto';
import type pg from 'pg';

import type { SubmissionRecord } from '#domain';
import { stableUuid } from '#pipeline';
import { migrateQueue } from '#queue';
import { ensureLogins, migrate, openPool } from '#store';

import { contentHash } from '../../libs/pipeline/src/intake/identity.js';
import { testServer, type TestDatabase } from './database.js';
import { deliver, fileOf } from './deliver-file.js';

/** A hub as it was before rows were known by what arrived: migrated to 0024 and no further. Its caller migrates the rest. */
export async function formerHub(): Promise<TestDatabase> {
  const { adminUrl, logins, urlFor } = await testServer();
  const name = `former_${randomBytes(6).toString('hex')}`;
  const at = (address: string, database = name): string => {
    const url = new URL(address);
    url.pathname = `/${database}`;
    return url.href;
  };
  const server = openPool(at(adminUrl, 'postgres'), 1);
  await server.query(`CREATE DATABASE ${name}`);
  await migrate(at(adminUrl), 'RunningHub1700000000024');
  await migrateQueue(at(adminUrl));
  await ensureLogins(at(adminUrl), logins);
  const admin = openPool(at(adminUrl), 2);
  return {
    adminUrl: at(adminUrl),
    urlFor: (role) => at(urlFor(role)),
    admin,
    drop: async () => {
      await admin.end();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}

/**
 * What the former hub kept of one file: the raw file, a delivery, submissions under ids made of their own id or of what they said,
 * row outcomes. Answers, identities and the like hang on the ids and are the caller's to plant.
 * @returns the submissions' ids, in file order
 */
export async function plantFormerDelivery(
  admin: pg.Pool,
  source: { code: string; mapping: { engagement?: { key: string } } },
  name: string,
  content: string,
): Promise<string[]> {
  const { records } = await deliver('spreadsheet', source.mapping, [fileOf(name, content)]);
  const { rows } = await admin.query<{ id: number }>(
    `INSERT INTO intake.delivery (agency, source, content_hash, way, status, "rows", accepted, files, finished_at)
     VALUES ('council', $1, $2, 'command-line', 'accepted', $3, $3, '[]', now()) RETURNING id::int`,
    [source.code, createHash('sha256').update(content).digest('hex'), records.length],
  );
  const delivery = rows[0]!.id;
  await admin.query(
    `INSERT INTO intake.raw_file (agency, delivery, position, name, content_hash, content) VALUES ('council', $1, 0, $2, 'x', $3)`,
    [delivery, name, Buffer.from(content)],
  );
  const equal = new Map<string, number>();
  const ids: string[] = [];
  for (const record of records as SubmissionRecord[]) {
    const hash = contentHash(record);
    const nth = equal.get(hash) ?? 0;
    equal.set(hash, nth + 1);
    const id =
      record.externalId === null
        ? stableUuid('council', source.code, 'submission', 'content', hash, String(nth), '')
        : stableUuid(
            'council',
            source.code,
            'submission',
            record.engagement.key,
            'id',
            record.externalId,
            '',
          );
    await admin.query(
      `INSERT INTO engagement.engagement (agency, key, title, kind) VALUES ('council', $1, 'Planted', 'survey') ON CONFLICT DO NOTHING`,
      [record.engagement.key],
    );
    await admin.query(
      `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", external_id, content_hash)
       VALUES ($1, 'council', $2, $3, $4, $5, $6, $7, $8)`,
      [id, source.code, record.engagement.key, delivery, name, record.row, record.externalId, hash],
    );
    await admin.query(
      `INSERT INTO intake.row_outcome (agency, delivery, file, "row", outcome, record) VALUES ('council', $1, $2, $3, 'accepted', $4)`,
      [delivery, name, record.row, id],
    );
    ids.push(id);
  }
  return ids;
}
