import { checkPayload, JOB_NAMES, PayloadError, type JobName } from '#queue';

describe('the catalogue of jobs', () => {
  it('takes the ids and codes that a job needs', () => {
    expect(checkPayload('standardise', { delivery: 12 })).toEqual({ delivery: 12 });
    expect(checkPayload('link', {})).toEqual({});
    expect(checkPayload('link', { delivery: 3 })).toEqual({ delivery: 3 });
    expect(checkPayload('pull', { source: 'pcc-survey-2' })).toEqual({ source: 'pcc-survey-2' });
  });

  const canary = 'Canary Person, canary@example.org';
  it.each<[JobName, unknown]>([
    ['standardise', {}],
    ['standardise', { delivery: canary }],
    ['standardise', { delivery: '12' }],
    ['standardise', { delivery: 0 }],
    ['standardise', { delivery: 1.5 }],
    ['standardise', { delivery: 12, name: canary }],
    ['standardise', canary],
    ['standardise', null],
    ['standardise', [12]],
    ['pull', { source: canary }],
    ['pull', { source: 'canary@example.org' }],
    ['pull', { source: 'Canary' }],
    ['pull', { source: 'a'.repeat(65) }],
    ['publish', { note: canary }],
    ['publish', JSON.parse('{ "__proto__": "Canary Person" }')],
  ])('has no room in %s for %j, and repeats none of it', (job, payload) => {
    const check = () => checkPayload(job, payload);
    expect(check).toThrow(PayloadError);
    expect(check).not.toThrow(/canary/i);
  });

  it('gives free text no way in, whatever the job', () => {
    for (const job of JOB_NAMES) {
      for (const field of ['delivery', 'source', 'agreement', 'text']) {
        expect(() => checkPayload(job, { [field]: canary })).toThrow(PayloadError);
      }
    }
  });
});
