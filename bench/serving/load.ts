import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire. */
export interface Shot {
  name: string;
  bytes: Buffer;
}
export interface Hit {
  name: string;
  status: number;
  body: string;
}

/** A POST of a question. @param cookie sent where the answer should go through GraphQL and not come from kept bodies */
export function question(name: string, body: unknown, cookie = ''): Shot {
  const text = JSON.stringify(body);
  const head = [
    'POST /graphql HTTP/1.1',
    'Host: bench',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ];
  return { name, bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`) };
}

/**
 * Keeps `connections` busy for `ms`, one request each at a time, as fast as they are answered.
 * @param next the request to send
 * @param seen every answer; bodies are decoded only where it is given
 */
export async function load(
  port: number,
  connections: number,
  ms: number,
  next: () => Shot,
  seen?: (hit: Hit) => void,
): Promise<{ answers: number; perSecond: number; not200: number }> {
  const until = performance.now() + ms;
  const began = performance.now();
  let [answers, not200] = [0, 0];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true).on('error', reject);
      let shot = next();
      let held: Buffer = Buffer.alloc(0);
      socket.on('connect', () => socket.write(shot.bytes));
      socket.on('data', (chunk: Buffer) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const answer = whole(held);
        if (!answer) return;
        held = Buffer.alloc(0);
        answers += 1;
        if (answer.status !== 200) not200 += 1;
        seen?.({ name: shot.name, status: answer.status, body: answer.body.toString('utf8') });
        if (performance.now() >= until) return void socket.end(resolve);
        shot = next();
        socket.write(shot.bytes);
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  return { answers, perSecond: Math.round((answers / (performance.now() - began)) * 1000), not200 };
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** The answer, once all of it is there. Requests go one at a time, so nothing follows it. */
function whole(held: Buffer): { status: number; body: Buffer } | null {
  const end = held.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const head = held.subarray(0, end).toString('latin1');
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (held.length < end + 4 + length) return null;
  return { status: Number(head.slice(9, 12)), body: held.subarray(end + 4) };
}
