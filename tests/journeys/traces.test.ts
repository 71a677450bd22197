import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { startHub, type TestHub } from '../support/hub.js';
import { ok, push, takeOnSource } from '../support/push.js';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}
interface Told {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Span[] }[];
  }[];
}

/** Everything that a span may say, and nothing that could be somebody's. */
const MAY_SAY = [
  'db.client.connection.pool.name',
  'db.operation.name',
  'db.system.name',
  'error.type',
  'http.request.method',
  'http.response.status_code',
  'hub.attempt',
  'hub.door',
  'messaging.destination.name',
];

/** A collector of one's own: what OpenTelemetry's would be told. */
describe('traces', () => {
  const told: string[] = [];
  let collector: Server;
  let hub: TestHub;
  const spans = (): (Span & { service: string })[] =>
    told.flatMap((one) =>
      (JSON.parse(one) as Told).resourceSpans.flatMap(({ resource, scopeSpans }) =>
        scopeSpans.flatMap(({ spans }) =>
          spans.map((span) => ({
            ...span,
            service: resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '',
          })),
        ),
      ),
    );

  beforeAll(async () => {
    collector = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        told.push(Buffer.concat(parts).toString());
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    hub = await startHub({ env: { HUB_TRACES: `http://127.0.0.1:${port}` } });
    await ok(hub, 'agency', 'add', 'canarycity', '--name', 'Canary City', '--kind', 'council');
    await ok(hub, 'agreement', 'add', 'canarycity', 'now', '--basis', 'public task', '--from', '2020-01-01');
    const key = await takeOnSource(hub, 'canarycity', 'canarysurvey', {
      engagement: { key: 'street', title: 'Your canary street' },
      columns: [
        { as: 'submission-id', column: 'ref' },
        { as: 'respondent', field: 'email', column: 'mail' },
        { as: 'question', column: 'text', key: 't' },
      ],
    });
    const { body } = await push(hub.address, 'canarysurvey', key, {
      name: 'canaryfile.csv',
      bytes: 'ref,mail,text\nc1,canary@example.org,The canary sings\n',
      mediaType: 'text/csv',
    });
    expect(body).toMatchObject({ status: 'accepted', accepted: 1 });
    await fetch(`${hub.address}/sign-in?token=canarytoken`, { headers: { traceparent: OWN } });
    await fetch(`${hub.address}/wards/canaryward?name=canary`);
    while (!told.some((one) => one.includes('"job link"'))) await sleep(100);
    await hub.stop();
  }, 450_000);
  afterAll(async () => {
    await hub?.stop();
    await new Promise((resolve) => collector.close(resolve));
  }, 150_000);

  it('lead from a delivery at the door to the jobs that it asked for, in whatever thread they ran', () => {
    const all = spans();
    const door = all.find(({ name }) => name === 'answer deliveries')!;
    const after = all.filter(({ traceId }) => traceId === door.traceId);
    const names = new Set(after.map(({ name, service }) => `${service} ${name}`));
    expect(names).toContain('hub-hub transaction');
    expect(names).toContain('hub-worker-rows job standardise');
    expect(names).toContain('hub-worker-whole job link');
    const known = new Set(after.map(({ spanId }) => spanId));
    expect(after.filter(({ parentSpanId }) => parentSpanId && !known.has(parentSpanId))).toEqual([]);
  });

  it('say codes of fixed kinds alone: no address, statement, file, agency, source or person', () => {
    const said = new Set(spans().flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...said].filter((key) => !MAY_SAY.includes(key))).toEqual([]);
    expect(said).toContain('hub.door');
    expect(told.join('\n')).not.toMatch(/canary|example\.org|SELECT .* FROM/i);
  });

  it('take nobody’s word for a trace that they are said to be part of', () => {
    expect(spans().some(({ name }) => name === 'answer sign-in')).toBe(true);
    expect(spans().some(({ traceId }) => OWN.includes(traceId))).toBe(false);
  });
});

const OWN = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
