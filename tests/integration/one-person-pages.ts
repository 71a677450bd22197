import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { everyPage, piecesOf, type WaysOfPages } from '../support/every-page.js';
import { idOf } from '../support/small-hub.js';
import type { TestApi } from './api-server.js';

/** What is told beside GraphQL, for the test of one planted person: pages, feeds, files, and the door of a source's key. */
const REPORT = 'litter-in-2026';
const FILE_OF_REPORT = /^\/read\/reports\/.*\.(csv|xlsx|ods|json)$/;

/** A report of another agency that is out: its pages, files and short addresses are there to be asked. */
export async function releaseReport(api: TestApi): Promise<void> {
  const as = await api.signIn('Writer', ['officer'], ['force']);
  const saved = await api.ask(
    `mutation { saveReport(input: { agency: "force", slug: "${REPORT}", title: "Litter", theme: "places", forWhom: "The board", edition: 1,
      texts: [{ code: "point", text: "Decide on bins." }, { code: "limits", text: "People chose to speak." }] }) { id } }`,
    { as },
  );
  const proposed = await api.ask(`mutation { proposeReport(id: "${saved.data.saveReport.id}") { digest } }`, {
    as,
  });
  expect(proposed.errors).toEqual([]);
  await api.database.admin.query(`UPDATE reports.report SET release_at = now() - interval '1 minute'`);
}

/** How each route beside GraphQL is asked that needs saying: of the latest edition, or where it can be said, of this one. */
export const waysOfPages = (edition: number, report = REPORT): WaysOfPages => ({
  'GET /read/what-happened/:id': [`/read/what-happened/${idOf('no-decision')}`],
  'GET /read/wards/:code': ['/read/wards/E05002078', '/read/wards/E05002081'],
  'GET /read/figures': ['/themes-by-community', '/themes-by-community/theme=litter', '/themes-by-community/ward=E05002078', '/themes-by-community/agency=health', '/participation-and-reach'].map((id) => `/read/figures?edition=${edition}&id=${encodeURIComponent(id.slice(1))}`),
  'GET /read/reports/:slug': [`/read/reports/${report}`],
  'GET /read/reports/:slug/:file': ['f1.csv', 'tables.xlsx', 'tables.ods', 'datapackage.json'].map((file) => `/read/reports/${report}/${file}`),
  'GET /drafts/:id/report.pdf': [`/drafts/${idOf('no-report')}/report.pdf`],
  'GET /r/:slug': [`/r/${report}`],
  'GET /r/:slug/:place': [`/r/${report}/F1.1`],
  'GET /graphql/documents/:document': ['THEME', 'WARD', 'AGENCY', 'COMMUNITY'].map((by) => `/graphql/documents/figure-columns?variables=${encodeURIComponent(JSON.stringify({ report: 'themes-by-community', by: [by], edition }))}`),
  'POST /read/ward': [{ path: '/read/ward', form: { postcode: 'PL4 8AA' } }, { path: '/read/ward', form: { postcode: 'none' } }],
  'POST /answer': [{ path: '/answer', form: { code: 'ABCD-EFGH-JKLM' } }],
  // GraphQL itself is asked above; signing in and files that are sent tell nothing of what is held.
  'POST /graphql': [], 'GET /graphql': [], 'GET /sign-in': [], 'POST /sign-in': [], 'POST /files/look': [], 'POST /files/deliveries': [],
}); // prettier-ignore

/** Routes by which a server answers, as `everyPage` takes them. */
export const routesOf = ({ routes }: TestApi): string[] => [
  ...new Set(
    routes
      .filter(({ method }) => method === 'GET' || method === 'POST')
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

/** Every page, feed and file of the API's server, a line for each piece. */
export async function pagesTold(
  api: TestApi,
  edition: number,
  who: { address(): string; cookie: string | undefined },
): Promise<string[]> {
  const lines: string[] = [];
  const pages = everyPage(routesOf(api), waysOfPages(edition));
  // Files of a released report take long to make, and are made without a look at who asks.
  const asked = who.cookie ? pages.filter(({ path }) => !FILE_OF_REPORT.test(path)) : pages;
  for (const { path, form } of asked) {
    const response = await fetch(api.address + path, {
      redirect: 'manual',
      headers: { 'x-forwarded-for': who.address(), ...(who.cookie ? { cookie: who.cookie } : {}) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const name = path.replace(/edition=\d|%22edition%22%3A\d/, '');
    lines.push(`${name} ${response.status} to ${response.headers.get('location')}`);
    const body = Buffer.from(await response.arrayBuffer());
    const pieces = piecesOfBody(body, response.headers.get('content-type') ?? '');
    lines.push(...pieces.map((piece) => `${name} ${piece}`));
  }
  return lines;
}

/** A workbook is told by what lies in it: packed, an address of the hub would change bytes of which nobody could say why. */
function piecesOfBody(body: Buffer, type: string): string[] {
  if (/spreadsheet/.test(type))
    return Object.entries(unzipSync(new Uint8Array(body))).flatMap(([name, part]) =>
      piecesOf(Buffer.from(part).toString()).map((piece) => `${name} ${piece}`),
    );
  if (/text|json|xml|calendar/.test(type)) return piecesOf(body.toString());
  return [createHash('sha256').update(body).digest('hex')];
}

/** What the council's own system is told by the key of its source: of its deliveries, and of another agency's. */
export async function keyTold(door: string): Promise<string[]> {
  const paths = ['city/deliveries/1', 'city/deliveries/1/rows', 'city/deliveries/3', 'city/deliveries/3/rows', 'health/deliveries/3', 'health/deliveries/3/rows']; // prettier-ignore
  const lines: string[] = [];
  for (const path of paths) {
    const response = await fetch(`${door}/v1/sources/${path}`, {
      headers: { authorization: 'Bearer key-of-the-city' },
    });
    lines.push(`${path} ${response.status} ${await response.text()}`);
  }
  return lines;
}
