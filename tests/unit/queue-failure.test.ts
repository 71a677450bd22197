import { isPassing } from '#queue';

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
