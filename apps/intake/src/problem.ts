import { HttpException } from '@nestjs/common';

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not known',
  403: 'Refused',
  404: 'Not found',
  409: 'Still running',
  411: 'Length needed',
  413: 'Too large',
  422: 'Key used before',
  429: 'Too many',
  503: 'Not now',
  507: 'No room',
};

/** An answer in problem details (RFC 9457). The detail is written for the partner and holds no value of theirs. */
export class Problem extends HttpException {
  constructor(status: number, code: string, detail: string) {
    super({ type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail }, status);
  }
}

/** A wrong source, a wrong key and another partner's delivery all get this very answer. */
export const notFound = (): Problem =>
  new Problem(
    404,
    'not-found',
    'There is nothing here under this address and key. Check both with whoever gave them to you.',
  );
