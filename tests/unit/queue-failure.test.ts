import { HubError } from '#domain';
import { isPassing } from '#queue';

import { toFailure } from '../../libs/queue/src/failure.js';
import { waitBefore } from '../../libs/queue/src/workers.js';

const error = (fields: object, name = 'Error'): Error => Object.assign(new Error('x'), { name }, fields);

describe('what is tried again', () => {
  it.each([
    ['a dropped connection, which has no code', new Error('Connection terminated unexpectedly')],
    ['a connection ended by an administrator', error({ code: '57P01' })],
    ['a connection refused', error({ code: 'ECONNREFUSED' })],
    ['a serialisation failure', error({ code: '40001' })],
    ['a deadlock', error({ code: '40P01' })],
    ['a row that another transaction took away', error({ code: '23503' })],
    ['a full disk', error({ code: '53100' })],
    ['whatever says so itself', error({ code: 'reader-died', next: 'retry' })],
    ['something that nobody foresaw', error({ code: 'XX000' })],
    ['nothing at all', undefined],
  ])('%s', (_what, fault) => expect(isPassing(fault)).toBe(true));

  it.each([
    ['a value too long for its index', error({ code: '54000' })],
    ['a value that its column does not take', error({ code: '22P02' })],
    ['a constraint', error({ code: '23514' })],
    ['a fault of the program', new TypeError('x')],
    ['a text that is longer than a text can be', error({ code: 'ERR_STRING_TOO_LONG' })],
    ['whatever says that a person must look', error({ code: 'connector-unknown', next: 'stop-source' })],
  ])('not %s', (_what, fault) => expect(isPassing(fault)).toBe(false));
});

describe('how long is waited before that', () => {
  const after = (afterSeconds: number | null): number =>
    waitBefore(1, 'custom', toFailure(new HubError('retry', 'source-busy', 'x', { afterSeconds })));

  it('is longer each time, five minutes and a quarter at the most', () => {
    expect(waitBefore(1)).toBeLessThanOrEqual(1_250);
    expect(waitBefore(4)).toBeGreaterThanOrEqual(6_000);
    expect(waitBefore(24)).toBeLessThanOrEqual(375_000);
  });
  it('is what the other side asked for, a day at the most', () => {
    expect(after(null)).toBeLessThanOrEqual(1_250);
    expect(after(900)).toBe(900_000);
    expect(after(10 * 365 * 86_400)).toBe(86_400_000);
  });
});
