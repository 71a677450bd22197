import type { FastifyReply } from 'fastify';

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Refused',
  404: 'Not found',
  411: 'Length needed',
  413: 'Too large',
  429: 'Too many',
  503: 'Busy',
  507: 'No room',
};

/** Why a file is turned away, in problem details (RFC 9457). The detail is written for the sender and holds no value of theirs. */
export class FileProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** Seconds after which to try again. */
    readonly wait: number | null = null,
  ) {
    super(code);
    this.name = 'FileProblem';
  }
}

/** Answers with a problem; of a body that is still under way nothing more is waited for. */
export async function tellProblem(
  { status, code, detail, wait }: FileProblem,
  reply: FastifyReply,
): Promise<void> {
  if (wait !== null) void reply.header('retry-after', String(wait));
  await reply
    .code(status)
    .header('connection', 'close')
    .type('application/problem+json')
    .send({ type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail });
}
