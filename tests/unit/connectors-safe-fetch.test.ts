import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createSafeFetch } from '#connectors';
import { isPublicAddress } from '../../libs/connectors/src/addresses.js';
import { fetchJson } from '../../libs/connectors/src/pulling.js';

let server: Server;
let host = '';
const seen: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    const path = request.url ?? '';
    if (path === '/ok')
      response.writeHead(200, { 'x-kind': 'a', 'content-encoding': 'gzip' }).end(gzipSync('hello'));
    else if (path === '/bomb')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)));
    else if (path.startsWith('/to?'))
      response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end();
    else if (path.startsWith('/busy?'))
      response.writeHead(503, { 'retry-after': decodeURIComponent(path.slice(6)) }).end();
    else if (path === '/slow') response.writeHead(200).write('x');
    else response.writeHead(404).end('no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2002:c0a8:101::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));
  test.each([
    '8.8.8.8',
    '172.32.0.1',
    '193.62.1.1',
    '2a00:1450:4009::1',
    '::ffff:8.8.8.8',
    '2002:808:808::1',
  ])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('safe fetch', () => {
  const closed = createSafeFetch();
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::ffff:169.254.169.254]/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'http://user:secret@example.org/',
    'nonsense',
  ])('%s is refused and the source stopped', async (address) => {
    const pulled = closed(address, { timeoutMs: 2_000 });
    await expect(pulled).rejects.toMatchObject({ next: 'stop-source' });
    await expect(pulled).rejects.not.toThrow('secret');
  });

  test('a configured portal on this machine is fetched, unpacked, with its headers', async () => {
    const answer = await createSafeFetch({ allowPrivate: [host] })(`http://${host}/ok`);
    expect([answer.status, answer.headers['x-kind'], new TextDecoder().decode(answer.bytes)]).toEqual([
      200,
      'a',
      'hello',
    ]);
  });

  test.each(['http://169.254.169.254/', 'http://localhost:1/', 'http://[::1]:9/', 'file:///etc/passwd'])(
    'a redirect to %s is refused',
    async (target) => {
      const fetch = createSafeFetch({ allowPrivate: [host] });
      await expect(fetch(`http://${host}/to?${encodeURIComponent(target)}`)).rejects.toMatchObject({
        next: 'stop-source',
      });
    },
  );

  test('a redirect on the same server keeps the key, one to another server does not see it', async () => {
    const fetch = createSafeFetch({ allowPrivate: true });
    seen.length = 0;
    await fetch(`http://${host}/to?${encodeURIComponent('/ok')}`, { headers: { authorization: 'key' } });
    await fetch(
      `http://${host}/to?${encodeURIComponent(`http://${host.replace('127.0.0.1', 'localhost')}/ok`)}`,
      { headers: { authorization: 'key' } },
    );
    expect(seen).toEqual(['key', 'key', 'key', undefined]);
  });

  test('size is bounded after unpacking, time for the whole exchange, and faults name no query', async () => {
    const fetch = createSafeFetch({ allowPrivate: true });
    await expect(fetch(`http://${host}/bomb`, { maxBytes: 100_000 })).rejects.toMatchObject({
      code: 'answer-too-large',
    });
    await expect(fetch(`http://${host}/slow`, { timeoutMs: 100 })).rejects.toMatchObject({
      next: 'retry',
      code: 'timeout',
    });
    await expect(fetch('http://127.0.0.1:1/x?key=secret')).rejects.toMatchObject({
      next: 'retry',
      message: expect.not.stringContaining('secret') as string,
    });
  });

  test.each([
    ['120', 120],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
  ])('a server that is busy is asked again when it says: %s', async (said, afterSeconds) => {
    const fetch = createSafeFetch({ allowPrivate: true });
    const asked = fetchJson(fetch, new URL(`http://${host}/busy?${encodeURIComponent(said)}`));
    await expect(asked).rejects.toMatchObject({ next: 'retry', code: 'source-busy', afterSeconds });
  });
});
