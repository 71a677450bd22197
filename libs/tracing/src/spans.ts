import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api';

/**
 * All that a span may say: codes of fixed kinds and numbers. No address, statement, file, agency, source or person has a place here, so none can get into
 * a trace. Automatic instrumentation would put whole addresses (with one-time tokens) and statements there.
 */
export interface SpanSays {
  /** Which door was asked: `graphql`, `deliveries`. */
  'hub.door'?: string;
  'http.request.method'?: string;
  'http.response.status_code'?: number;
  /** A job of the catalogue. */
  'messaging.destination.name'?: string;
  'hub.attempt'?: number;
  'db.system.name'?: 'postgresql';
  /** Under which name the process speaks to the database: `hub-worker`. */
  'db.client.connection.pool.name'?: string;
  /** First word of a statement, or `transaction`. */
  'db.operation.name'?: string;
  /** Code of what failed, never its message. */
  'error.type'?: string;
}

interface Options {
  kind?: SpanKind;
  /** What asked for it, as `traceNow` said it then; a trace of its own where that is not known. Without it the span is told only within another. */
  from?: string | null;
}

const tracer = () => trace.getTracer('hub');

/** Has somebody opened traces, so that a span would be told? */
const within = (asked: Context): boolean => trace.getSpan(asked)?.isRecording() ?? false;

/** Does work in a span, which ends with it; what it throws is told by its code and thrown on. */
export async function inSpan<T>(
  name: string,
  says: SpanSays,
  work: () => Promise<T>,
  options: Options = {},
): Promise<T> {
  const parent = 'from' in options ? contextOf(options.from ?? null) : context.active();
  if (!('from' in options) && !within(parent)) return work();
  const span = tracer().startSpan(
    name,
    { kind: options.kind ?? SpanKind.INTERNAL, attributes: { ...says } },
    parent,
  );
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** What is under way, as W3C Trace Context writes it, for whoever goes on with it later or elsewhere; null where nothing is told. */
export function traceNow(): string | null {
  if (!within(context.active())) return null;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** A span over an answer, whose parts run in callbacks. */
export interface AnswerSpan {
  /** Goes on within the span. */
  go(on: () => void): void;
  end(status: number): void;
}

/**
 * @param from what whoever asks said of their own trace; null where nobody's word is taken
 * @returns null where nothing is told
 */
export function spanOfAnswer(name: string, says: SpanSays, from: string | null): AnswerSpan | null {
  const parent = contextOf(from);
  const span = tracer().startSpan(name, { kind: SpanKind.SERVER, attributes: { ...says } }, parent);
  if (!span.isRecording()) return null;
  const inside = trace.setSpan(parent, span);
  return {
    go: (on) => context.with(inside, on),
    end: (status) => {
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

const contextOf = (traceparent: string | null): Context =>
  traceparent === null ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });

const CODE = /^[A-Za-z0-9_-]{1,60}$/;

function fail(span: Span, error: unknown): void {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const type = [code, name].find((one): one is string => typeof one === 'string' && CODE.test(one));
  span.setAttribute('error.type', type ?? 'unknown');
  span.setStatus({ code: SpanStatusCode.ERROR });
}
