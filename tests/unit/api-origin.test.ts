import type { FastifyRequest } from 'fastify';
import { originOf } from '../../apps/api/src/public/reports/origin.js';

const asked = (host: string, localAddress: string): FastifyRequest =>
  ({ protocol: 'http', host, socket: { localAddress, localPort: 3000 } }) as unknown as FastifyRequest;

test('what is printed is the public address where it is said, else where the server is reached, never what a request says', () => {
  expect(originOf(asked('made-up.example', '172.19.0.5'), 'https://hub.example')).toBe('https://hub.example');
  expect(originOf(asked('made-up.example', '172.19.0.5'), null)).toBe('http://172.19.0.5:3000');
  expect(originOf(asked('made-up.example', '::ffff:172.19.0.5'), null)).toBe('http://172.19.0.5:3000');
  expect(originOf(asked('made-up.example', 'fd00::5'), null)).toBe('http://[fd00::5]:3000');
  expect(originOf(asked('localhost:3000', '127.0.0.1'), null)).toBe('http://localhost:3000');
});
