import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Only a partner's file makes a question larger than this. */
const LARGE = 1024 * 1024;
/** Values beside the file: a mapping of thousands of columns has fewer. */
const MOST_PARTS = 200_000;
/** Large questions that are read at once: each is held in memory a few times over. */
const MOST_AT_ONCE = 3;
const COME_BACK_SECONDS = 5;

const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Questions of more than 1 MB are a file and little else: one made of a million small values would hold everybody up while it is
 * parsed, and is cut off while it is still coming in. So many large ones are read at once and no more.
 */
export function boundLargeQuestions(
  server: FastifyInstance,
  isQuestion: (request: FastifyRequest) => boolean,
): void {
  let under = 0;
  server.addHook('preParsing', (request, reply, payload, done) => {
    const length = Number(request.headers['content-length'] ?? 0);
    if (length <= LARGE || request.method !== 'POST' || !isQuestion(request)) return done(null, payload);
    if (under >= MOST_AT_ONCE) {
      void reply.header('retry-after', String(COME_BACK_SECONDS)).header('connection', 'close');
      return void reply.code(503).send({
        errors: [
          {
            message: 'The hub is reading other large files. Try again in a moment.',
            extensions: { code: 'BUSY' },
          },
        ],
      });
    }
    under += 1;
    reply.raw.once('close', () => (under -= 1));
    const parts = new PartsCounter();
    payload.once('error', (error) => parts.destroy(error));
    done(null, Object.assign(payload.pipe(parts), { receivedEncodedLength: 0 }));
  });
}

/** Lets a JSON text through, and ends with an error once it holds too many values; it is not parsed for that. */
class PartsCounter extends Transform {
  receivedEncodedLength = 0;
  private parts = 0;
  private inText = false;
  private escaped = false;

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error?: Error | null, data?: Buffer) => void,
  ): void {
    this.receivedEncodedLength += chunk.length;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.inText) {
        at = this.endOfText(chunk, at);
        continue;
      }
      const byte = chunk[at];
      if (byte === QUOTE) this.inText = true;
      else if (byte === COMMA || byte === COLON) this.parts += 1;
    }
    done(this.parts > MOST_PARTS ? tooMany() : null, chunk);
  }

  /** @returns where the text that was begun ends in this chunk, or the chunk's own end */
  private endOfText(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      if (this.escaped) this.escaped = false;
      else if (chunk[at] === BACKSLASH) this.escaped = true;
      else if (chunk[at] === QUOTE) {
        this.inText = false;
        return at;
      }
    }
    return chunk.length;
  }
}

/** By `expose` and both numbers it is known for the sender's fault, whose words may be told. */
const tooMany = (): Error =>
  Object.assign(new Error('The question holds too many values.'), {
    status: 400,
    statusCode: 400,
    expose: true,
  });
