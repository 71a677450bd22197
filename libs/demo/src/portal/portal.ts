import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { activitiesOf, NOTICE, openActivities } from '../deliveries/council-page.js';
import type { CityPlan, Submission } from '../generate/plan.js';
import { hash } from '../random.js';
import { makeNeighbourhoods, type Neighbourhood } from './statements.js';

export interface Portal {
  /** e.g. `http://127.0.0.1:41233` */
  address: string;
  close(): Promise<void>;
}

export const COUNCIL_PATH = '/council/api/v1/activities';
export const POLICE_PATH = '/police/api/devon-and-cornwall-police';

const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 500;

/**
 * Serves what the council and the police of the demonstration city publish, on this machine only.
 * @param port 0 takes a free one
 */
export async function startPortal({
  port,
  city,
}: {
  port: number;
  city: { plan: CityPlan };
}): Promise<Portal> {
  const content = new PortalContent(city.plan);
  const server = createServer((request, response) => content.answer(request, response));
  // Who asks ends an idle connection. Ended from here, it would now and then be just the one that the next question takes.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  content.address = address;
  return { address, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

class PortalContent {
  address = '';
  private readonly sheets: readonly Submission[];
  private readonly neighbourhoods: Map<string, Neighbourhood>;

  constructor(plan: CityPlan) {
    this.sheets = plan.submissions.filter(({ engagement }) => engagement.source === 'council-platform');
    this.neighbourhoods = new Map(makeNeighbourhoods(plan.seed).map((one) => [one.id, one]));
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(request, response, 405, { error: 'Only GET is served here.' });
    const url = new URL(request.url ?? '/', this.address);
    const found = this.find(url);
    if (found === null)
      return send(request, response, 404, { error: 'There is no such page.', notice: NOTICE });
    send(request, response, 200, found);
  }

  private find(url: URL): unknown {
    const path = url.pathname.replace(/\/+$/, '');
    if (path === '') return { notice: NOTICE, council: COUNCIL_PATH, police: POLICE_PATH };
    if (path === COUNCIL_PATH) return this.page(url);
    if (path === `${POLICE_PATH}/neighbourhoods`)
      return [...this.neighbourhoods.values()].map(({ id, name }) => ({ id, name }));
    const [, id = '', what] = path.startsWith(`${POLICE_PATH}/`)
      ? path.slice(POLICE_PATH.length).split('/')
      : [];
    const neighbourhood = this.neighbourhoods.get(id);
    if (neighbourhood && what === 'priorities') return neighbourhood.priorities;
    if (neighbourhood && what === 'events') return neighbourhood.events;
    return null;
  }

  /** The next submissions after the cursor, which is how many came before. */
  private page(url: URL): unknown {
    const after = whole(url.searchParams.get('after'), 0, this.sheets.length);
    const limit = whole(url.searchParams.get('limit'), DEFAULT_LIMIT, MAX_LIMIT) || DEFAULT_LIMIT;
    const cursor = Math.min(after + limit, this.sheets.length);
    const answered = activitiesOf(this.sheets.slice(after, cursor));
    const next =
      cursor < this.sheets.length ? `${this.address}${COUNCIL_PATH}?after=${cursor}&limit=${limit}` : null;
    // What nobody has answered stands once, behind the last of what somebody did.
    const activities = answered.length > 0 && next === null ? [...answered, ...openActivities()] : answered;
    return { notice: NOTICE, activities, cursor: String(cursor), next };
  }
}

/** A whole number from 0 to `most`; the fallback where it is absent or none. */
function whole(text: string | null, fallback: number, most: number): number {
  const value = text === null || text === '' ? fallback : Number(text);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback;
}

function send(request: IncomingMessage, response: ServerResponse, status: number, content: unknown): void {
  const body = JSON.stringify(content);
  const etag = `"${hash(body).toString(16)}-${body.length}"`;
  const unchanged = status === 200 && request.headers['if-none-match'] === etag;
  response.writeHead(unchanged ? 304 : status, {
    'content-type': 'application/json; charset=utf-8',
    etag,
    'x-synthetic': 'true',
  });
  response.end(unchanged || request.method === 'HEAD' ? undefined : body);
}
