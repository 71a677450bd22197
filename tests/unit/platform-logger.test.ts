import { createLogger, type LogFields } from '#platform';

function listen(level: 'debug' | 'warn' = 'debug') {
  const lines: string[] = [];
  const logger = createLogger('worker', level, (line) => lines.push(line));
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('the logger', () => {
  it('writes one line of JSON with the event, the process and the permitted fields', () => {
    const { logger, lines, last } = listen();
    logger.info('delivery-received', { delivery: '12', source: 'pcc-survey', rows: 300, status: 'accepted' });
    expect(lines).toHaveLength(1);
    expect(last()).toMatchObject({
      level: 'info',
      process: 'worker',
      event: 'delivery-received',
      delivery: '12',
      source: 'pcc-survey',
      rows: 300,
      status: 'accepted',
    });
  });

  it('has no place for personal data: neither in other fields, nor in free text, nor in errors', () => {
    const { logger, lines } = listen();
    const sneaky = { name: 'Canary Person', email: 'canary@example.org' } as unknown as LogFields;
    logger.warn('row-rejected', { ...sneaky, source: 'Canary Person', code: 'canary@example.org' });
    logger.warn('Canary Person could not be read');
    logger.failure(
      'job-failed',
      Object.assign(new Error('Key (email)=(canary@example.org)\nCanary Person'), {
        code: '23505',
        detail: 'Canary Person',
        cause: new Error('Canary Person'),
      }),
    );
    logger.failure('job-failed', 'Canary Person');
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toMatch(/canary/i);
    expect(lines.join()).toMatch(/23505/);
    expect(lines[2]).toMatch(/platform-logger\.test/);
  });

  it('keeps below its level silent', () => {
    const { logger, lines } = listen('warn');
    logger.debug('one');
    logger.info('two');
    expect(lines).toEqual([]);
  });
});
