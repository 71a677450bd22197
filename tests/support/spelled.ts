import { request } from 'node:http';

export interface Route {
  method: string;
  path: string;
}

/** What stands for a parameter of a route's path; any other is `x`. */
const VALUES: Readonly<Record<string, string>> = { ':code': 'council' };

/** An address that the route answers. */
export const addressOf = (path: string): string =>
  path.replace(/:[a-z]+/gi, (name) => VALUES[name] ?? 'x').replace('*', 'x');

const encoded = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;

/** Ways to write the same address which every router must take for it, with the plain one first. */
export function sameAddress(address: string): string[] {
  const first = address.replace(/[a-z]/, encoded);
  return [
    address,
    first,
    first.toUpperCase().replace(address.slice(2).toUpperCase(), address.slice(2)),
    address.replace(/[a-z](?=[^a-z]*$)/, encoded),
    address.replace(/[a-z]/g, encoded),
    `${first}?a=1`,
    `http://elsewhere.example${address}`,
  ];
}

/** Ways to write it which a router may take for it, or for another. */
export const likeAddress = (address: string): string[] => [
  `/${address}`,
  `${address}/`,
  `${address}//`,
  `/.${address}`,
  `/x/..${address}`,
  `/%2e${address}`,
  address.replace('/', '/%2f'),
  `${address};a=1`,
  `${address}%3fa=1`,
  `${address}%00`,
  address.toUpperCase(),
];

/** Ways to write it that no address has: letters that are none, alone, behind it, as all that a parameter is, and in what is asked. */
export const brokenAddress = (address: string): string[] =>
  ['%00', 'x%00x', '%', '%zz', '%ff', '%c3%28', '%ed%a0%80', '%u0041', '%25%00'].flatMap((broken) => [
    `${address}${broken}`,
    `${address.replace(/\/$/, '')}/${broken}`,
    address.replace(/[^/]*$/, broken),
    `${address}?id=${broken}&token=${broken}&edition=${broken}&variables=${broken}&${broken}=1`,
  ]);

export interface Told {
  status: number;
  text: string;
}

/**
 * One request by its address as it is written, which a browser or `fetch` would put in order first.
 * @param body what is sent of it; with a length in the headers that it does not reach the rest is never sent
 */
export function send(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Told> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, agent: false, timeout: 15_000 });
    asked.on('response', (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('error', reject);
      response.on('end', () => {
        asked.destroy();
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer: ${method} ${path}`)));
    asked.on('error', reject);
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined)
      return void asked.end(body);
    // A body that goes on for ever, as far as anybody here knows.
    asked.flushHeaders();
    if (body) asked.write(body);
  });
}
