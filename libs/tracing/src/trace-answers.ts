import { doorOf } from './doors.js';
import { spanOfAnswer, type AnswerSpan } from './spans.js';

interface Asked {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
}

/** What this needs of a Fastify server. */
export interface Answering {
  addHook(
    on: 'onRequest' | 'preValidation' | 'onResponse',
    hook: (request: Asked, reply: { statusCode: number }, done: () => void) => void,
  ): unknown;
}

/**
 * Tells of each answer as a span, by the door that was asked. Call it before the server listens.
 * @param believed whether whoever asks may say of which trace it is part: where proxies of one's own stand in front, and nobody else can ask
 */
export function traceAnswers(server: Answering, believed: boolean): void {
  const spans = new WeakMap<Asked, AnswerSpan>();
  server.addHook('onRequest', (request, _reply, done) => {
    const said = believed ? request.headers.traceparent : undefined;
    const door = doorOf(request.url);
    const span = spanOfAnswer(
      `answer ${door}`,
      { 'hub.door': door, 'http.request.method': request.method },
      typeof said === 'string' ? said : null,
    );
    if (!span) return done();
    spans.set(request, span);
    span.go(done);
  });
  // A body is read in callbacks of the connection, which know nothing of the span.
  server.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.go(done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.end(reply.statusCode);
    done();
  });
}
