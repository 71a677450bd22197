import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Requests of an attacker; each answers with the statuses that it was given. */
export type Answers = Promise<(number | 'cut')[]>;

const CUT = 'cut' as const;

/** One request, whose answer is read to its end. */
async function answered(address: string, sent: RequestInit): Promise<number | typeof CUT> {
  try {
    const response = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(120_000), ...sent });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return CUT;
  }
}

const send = (port: number, body: string, cookie = ''): Promise<number | typeof CUT> =>
  answered(`http://127.0.0.1:${port}/graphql`, {
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body,
  });

/** The table of 1.1 million cells, once for each theme. @param at how many at a time */
export async function dearTables(port: number, themes: readonly string[], at: number): Answers {
  const asked = themes.map((theme) =>
    JSON.stringify({
      query: `{figureColumns(report:"themes-by-community",by:[COMMUNITY,ENGAGEMENT],filter:{theme:["${theme}"]}){rows}}`,
    }),
  );
  return inTurn(asked, at, (body) => send(port, body));
}

/** Pairs and triples of the dearest dimensions, of which no two are the same question. */
export async function dearCuts(port: number, themes: readonly string[], at: number): Answers {
  const cuts = ['ENGAGEMENT,WARD', 'COMMUNITY,WARD', 'ENGAGEMENT,QUARTER', 'THEME,WARD', 'THEME,QUARTER'];
  const asked = cuts.flatMap((by) =>
    themes.slice(0, 12).map((theme) =>
      JSON.stringify({
        query: `{figureColumns(report:"themes-by-community",by:[${by}],filter:{theme:["${theme}"]}){rows}}`,
      }),
    ),
  );
  return inTurn(asked, at, (body) => send(port, body));
}

/** Values of 20 MB each, of which no two are the same, and none is let in. */
export function longValues(port: number, many: number): Answers {
  return inTurn([...Array(many).keys()], 1, (n) =>
    send(
      port,
      JSON.stringify({
        query: 'query($w:[String!]){figures(report:"themes-by-community",filter:{ward:$w}){totalCount}}',
        variables: { w: [String(n).padEnd(20_000_000, 'x')] },
      }),
    ),
  );
}

/** Bodies of 12 to 25 MB, of which none is let in: invented values, a million keys, a flat list, one comment. @param cookie of a partner, whose questions are no longer either */
export function largeBodies(port: number, cookie: string): Answers {
  const invented = Array.from({ length: 500_000 }, (_, n) =>
    createHash('sha256').update(String(n)).digest('hex').slice(0, 20),
  );
  const keys = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, n) => [`k${n}`, n]));
  const ask = 'query($w:[String!]){figures(report:"themes-by-community",filter:{ward:$w}){totalCount}}';
  const bodies = [
    JSON.stringify({ query: ask, variables: { w: invented } }),
    JSON.stringify({ query: '{__typename}', variables: keys }),
    JSON.stringify({ query: '{__typename}', variables: { a: Array(11_000_000).fill(1) } }),
    JSON.stringify({ query: `{__typename} #${'x'.repeat(20_000_000)}` }),
  ];
  return inTurn([...bodies, ...bodies], 2, (body) => send(port, body, cookie));
}

/**
 * Files whose preview took seconds, by the way of files: an address that is none, an unclosed quote, many rows, commas, lines of JSON, many keys.
 * @param cookie of a partner
 */
export function dearPreviews(port: number, cookie: string): Answers {
  const comments = (rows: number): string => 'a,b\n' + 'x,y is written here\n'.repeat(rows);
  const files: [string, string][] = [
    ['address.csv', `Ref,Mail\n1,${'a@a.'.repeat(2_000)}\n`],
    ['addresses.csv', `Ref,Mail\n${`1,${'a@a.'.repeat(2_000)}\n`.repeat(200)}`],
    ['quote.csv', `a,b\n"${'x,y\n'.repeat(4_500_000)}`],
    ['rows.csv', comments(900_000)],
    ['commas.csv', `${','.repeat(18_000_000)}\n`],
    ['lines.ndjson', '{"a":1,"b":"c"}\n'.repeat(1_100_000)],
    [
      'keys.json',
      JSON.stringify([Object.fromEntries(Array.from({ length: 1_000_000 }, (_, n) => [`k${n}`, n]))]),
    ],
  ];
  return inTurn(files, 1, ([fileName, text]) => look(port, cookie, fileName, text));
}

async function look(
  port: number,
  cookie: string,
  fileName: string,
  text: string,
): Promise<number | typeof CUT> {
  const form = new FormData();
  form.set('about', JSON.stringify({ source: 'attacked' }));
  form.set('file', new Blob([text]), fileName);
  // Made whole first: the door asks for its length.
  const whole = new Response(form);
  const body = await whole.arrayBuffer();
  return answered(`http://127.0.0.1:${port}/files/look`, {
    headers: { 'content-type': whole.headers.get('content-type')!, 'x-hub-page': '1', cookie },
    body,
  });
}

/** The same within a question, as it was before files had a way of their own: of the larger ones nothing is parsed. */
export function previewsInQuestions(port: number, cookie: string): Answers {
  return inTurn([1, 2, 3], 1, () =>
    send(
      port,
      JSON.stringify({
        query:
          'mutation($f:String!,$c:String!){previewDelivery(source:"attacked",fileName:$f,contentBase64:$c){__typename}}',
        variables: { f: 'rows.csv', c: Buffer.from('a,b\n'.repeat(4_000_000)).toString('base64') },
      }),
      cookie,
    ),
  );
}

/** So many clients of one machine within a minute, each with a connection of its own and three questions that nobody asked before. */
export async function manyClients(port: number, many: number): Answers {
  const agent = (n: number): Answers =>
    inTurn([0, 1, 2], 1, (turn) =>
      send(
        port,
        JSON.stringify({
          query: `{ hub { city } editions { nodes { number } } agencies { nodes { code } } } # ${n}/${turn}`,
        }),
      ),
    );
  const gap = 60_000 / many;
  const began = performance.now();
  const under: Answers[] = [];
  for (let n = 0; n < many; n += 1) {
    const early = began + n * gap - performance.now();
    if (early > 1) await sleep(early);
    under.push(agent(n));
  }
  return (await Promise.all(under)).flat();
}

async function inTurn<T>(
  list: readonly T[],
  at: number,
  one: (item: T) => Promise<number | typeof CUT>,
): Answers {
  const answers: (number | typeof CUT)[] = [];
  const rest = [...list];
  const next = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) answers.push(await one(item));
  };
  await Promise.all(Array.from({ length: at }, next));
  return answers;
}
