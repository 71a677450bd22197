import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EditionFiles } from '#editions';
import { publishEdition } from '#facts';
import { onceFinished } from '#pipeline';
import { freePort } from '#platform';
import { addAccount, createSignInLink, Database } from '#store';
import { SMALL_FORM, takeOnSource } from '../support/take-on.js';

const BIN = fileURLToPath(new URL('../../apps/hub/src/main.js', import.meta.url));
const SOURCE = { code: 'attacked', key: 'made-up-key-of-a-bench', agency: 'plymouth-city-council' };
/** A hub of its own with the demonstration city, as `npm start` runs it. */
export class AttackedHub {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  get pid(): number {
    return this.child.pid!;
  }

  /** Resolves once the demonstration is loaded and questions are answered. */
  static async start(dataDir: string): Promise<AttackedHub> {
    const port = await freePort();
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      HUB_DATA_DIR: dataDir,
      HUB_REFINE: 'off',
      PORT: String(port),
      LOG_LEVEL: 'error',
    };
    const child = spawn(process.execPath, [BIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const hub = new AttackedHub(port, child);
    for (let time = 0; time < 2_400 && hub.runs; time++) {
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ editions { nodes { number } } }"}',
      }).then(
        (response) => response.text(),
        () => '',
      );
      if (/"number":[1-9]/.test(answer)) return hub;
      await sleep(250);
    }
    throw new Error('the hub did not come up');
  }

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(): Promise<void> {
    if (!this.runs) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

/**
 * Delivers thirty made-up people between every two editions, until there are so many.
 * @returns seconds that each publication took
 */
export async function publishUpTo(
  editions: number,
  { worker, linker }: { worker: Database; linker: Database },
  dataDir: string,
  port: number,
): Promise<number[]> {
  await takeOn(worker);
  const seconds: number[] = [];
  const files = new EditionFiles(dataDir);
  for (;;) {
    const [row] = await worker.query<{ n: number }>(
      'SELECT coalesce(max(number), 0)::int AS n FROM facts.edition',
    );
    if (row!.n >= editions) return seconds;
    await deliver(port, row!.n);
    await untilRead(worker);
    const began = performance.now();
    const { status } = await onceFinished({ worker, linker }, () => publishEdition(worker, { files }));
    if (status !== 'published') throw new Error(`edition ${row!.n + 1}: ${status}`);
    seconds.push(Math.round((performance.now() - began) / 100) / 10);
  }
}

/** @returns the cookie of a made-up partner of the agency that delivers */
export async function partnerOf(owner: Database, port: number): Promise<string> {
  const name = 'Made-up partner of the bench';
  await addAccount(owner, { name, roles: ['partner'], agencies: [SOURCE.agency] });
  const link = `http://127.0.0.1:${port}/sign-in?token=${await createSignInLink(owner, name, 5)}`;
  const shown = await fetch(link);
  const fields = [...(await shown.text()).matchAll(/name="(\w+)" value="([\w-]+)"/g)].map(
    ([, key, value]) => [key!, value!],
  );
  const bound = shown.headers.getSetCookie().map((one) => one.split(';')[0]!);
  const pressed = await fetch(new URL('/sign-in', link), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: bound.join('; ') },
    body: new URLSearchParams(Object.fromEntries(fields) as Record<string, string>),
  });
  const cookie = pressed.headers.getSetCookie().find((one) => one.includes('hub_session='));
  if (!cookie) throw new Error(`signing in answered ${pressed.status}`);
  return cookie.split(';')[0]!;
}

async function takeOn(db: Database): Promise<void> {
  const [there] = await db.query('SELECT 1 FROM intake.source WHERE code = $1', [SOURCE.code]);
  if (there) return;
  await takeOnSource(db, {
    ...SOURCE,
    ...SMALL_FORM,
    engagement: { key: 'attacked', title: 'Attacked', kind: 'survey' },
  });
}

async function deliver(port: number, round: number): Promise<void> {
  const rows = Array.from(
    { length: 30 },
    (_, n) =>
      `${round * 100 + n},Synthetic Person ${round} ${n},PL4 8AA,Street light ${round * 100 + n} is broken`,
  );
  const response = await fetch(`http://127.0.0.1:${port}/v1/sources/${SOURCE.code}/deliveries`, {
    method: 'POST',
    body: `Ref,Name,Postcode,What should change?\n${rows.join('\n')}\n`,
    headers: {
      authorization: `Bearer ${SOURCE.key}`,
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="round-${round}.csv"`,
    },
  });
  if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
}

async function untilRead(db: Database): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM intake.delivery WHERE status = 'received'`,
    );
    if (row!.n === 0) return;
    await sleep(250);
  }
}
