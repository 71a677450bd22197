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
      const held = new Held();
      socket.on('connect', () => socket.write(shot.bytes));
      socket.on('data', (chunk: Buffer) => {
        const answer = held.and(chunk);
        if (!answer) return;
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

/** What has come of an answer. Its head is read once and its pieces are joined once, however many they are: the asker's own work is no part of the time. Requests go one at a time, so nothing follows an answer. */
class Held {
  private pieces: Buffer[] = [];
  private bytes = 0;
  /** Where the body begins, and how long it is; null until the head is whole. */
  private head: { status: number; end: number; length: number } | null = null;

  /** @returns the answer, once all of it is there */
  and(chunk: Buffer): { status: number; body: Buffer } | null {
    this.pieces.push(chunk);
    this.bytes += chunk.length;
    this.head ??= headOf(Buffer.concat(this.pieces));
    if (!this.head || this.bytes < this.head.end + this.head.length) return null;
    const { status, end } = this.head;
    const body = Buffer.concat(this.pieces).subarray(end);
    [this.pieces, this.bytes, this.head] = [[], 0, null];
    return { status, body };
  }
}

function headOf(begun: Buffer): { status: number; end: number; length: number } | null {
  const end = begun.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const head = begun.subarray(0, end).toString('latin1');
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return { status: Number(head.slice(9, 12)), end: end + 4, length };
}
