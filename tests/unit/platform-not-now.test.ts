import { whyNotNow } from '#platform';

const error = (fields: object, message = ''): Error => Object.assign(new Error(message), fields);

describe('what can’t be done just now', () => {
  it.each([
    ['PostgreSQL’s disk is full', error({ code: '53100' })],
    ['a file’s disk is full', error({ code: 'ENOSPC' })],
    ['a quota is used up', error({ code: 'EDQUOT' })],
    [
      'it is wrapped by a data source',
      error({ name: 'QueryFailedError', driverError: error({ code: '53100' }) }),
    ],
    ['it is a cause', error({ cause: error({ code: 'ENOSPC' }) })],
  ])('for want of room: %s', (_, fault) => {
    expect(whyNotNow(fault)).toBe('no-room');
  });

  it.each([
    ['a server that stops', error({ code: '57P01' })],
    ['a connection that was cut', error({ code: 'ECONNRESET' })],
    ['a connection that was half open', error({ code: 'ETIMEDOUT' })],
    ['no connection in time', error({}, 'timeout exceeded when trying to connect')],
    ['a connection that ended', error({}, 'Connection terminated unexpectedly')],
  ])('because what it needs is away: %s', (_, fault) => {
    expect(whyNotNow(fault)).toBe('busy');
  });

  it.each([
    ['a constraint', error({ code: '23505' })],
    ['a fault of ours', new TypeError('x is not a function')],
    ['words that happen to be alike, with a code', error({ code: '22001' }, 'Connection terminated')],
    ['nothing', null],
  ])('and no other: %s', (_, fault) => {
    expect(whyNotNow(fault)).toBeNull();
  });
});
