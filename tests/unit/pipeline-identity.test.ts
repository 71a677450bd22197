import { createHash } from 'node:crypto';

import { bareEngagement, noRespondent, type SubmissionRecord } from '#domain';

import { contentHash, RecordIds, stableUuid } from '../../libs/pipeline/src/intake/identity.js';
import { identityCode } from '../../libs/pipeline/src/intake/identity-codes.js';
import { mendPostcode, placeOf } from '../../libs/pipeline/src/intake/place.js';
import { unstorable } from '../../libs/pipeline/src/intake/storable.js';
import { assignPeople } from '#linkage';

const record = (text: string, externalId: string | null = null, row = 2): SubmissionRecord => ({
  kind: 'submission',
  file: 'a.csv',
  row,
  externalId,
  engagement: bareEngagement('e', 'E'),
  submittedOn: null,
  channel: null,
  respondent: noRespondent(),
  demographics: [],
  communities: [],
  place: null,
  answers: [{ question: { key: 'q', text: 'Q', kind: 'free-text' }, text, options: [], value: null }],
});

describe('the content hash of a record', () => {
  const hashOf = (code: string, byMapping?: boolean): string =>
    contentHash({
      ...record('Dark streets'),
      demographics: [
        {
          characteristic: 'religion',
          asAsked: 'Christian',
          wording: 'religion: Religion',
          code,
          ...(byMapping ? { byMapping } : {}),
        },
      ],
    });
  const sha = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  const asHeld = (code: string): string => {
    const { file: _file, row: _row, ...content } = record('Dark streets');
    const answer = { characteristic: 'religion', asAsked: 'Christian', wording: 'religion: Religion', code };
    return sha({ ...content, demographics: [answer] });
  };

  it('is that of the rows held, however well the hub reads equality answers by now', () => {
    expect(hashOf('christian')).toBe(asHeld('unmapped'));
  });

  it('holds the code that a mapping gives, so that another table of codes is another content', () => {
    expect(hashOf('christian', true)).toBe(asHeld('christian'));
    expect(hashOf('christian', true)).not.toBe(hashOf('other', true));
  });

  it.each([
    ['age', '31-40', 'unmapped'],
    ['age', '18 to 24', '15-24'],
    ['age', '75 and over', '75+'],
    ['age', '1980', 'unmapped'],
    ['sex', 'Woman', 'female'],
    ['gender', 'Non-binary', 'unmapped'],
    ['ethnic-group', 'White British', 'white-british'],
    ['ethnic-group', 'White: other', 'white-other'],
    ['ethnic-group', 'White', 'unmapped'],
    ['disability', 'Yes, limited a lot', 'unmapped'],
    ['disability', 'Prefer not to say', 'prefer-not-to-say'],
    ['disability', null, 'blank'],
  ] as const)('counts %s "%s" as it was first read: %s', (characteristic, asAsked, code) => {
    expect(identityCode(characteristic, asAsked)).toBe(code);
  });
});

describe('the id of a record', () => {
  const idsOf = (records: SubmissionRecord[]): string[] => {
    const ids = new RecordIds('council', 'survey');
    return records.map((r) => ids.of(r, contentHash(r)).id);
  };

  it('does not depend on the row it stood in, nor on its file', () => {
    expect(idsOf([record('Dark streets', null, 2)])).toEqual(
      idsOf([{ ...record('Dark streets', null, 9), file: 'b.csv' }]),
    );
  });

  it('keeps two people who say the same apart, in whichever order the file has them', () => {
    const [first, second] = idsOf([record('Nothing.'), record('Nothing.')]);
    expect(first).not.toBe(second);
    expect(idsOf([record('other'), record('Nothing.'), record('Nothing.')]).slice(1)).toEqual([
      first,
      second,
    ]);
  });

  it('follows the partner’s own id whatever the content says', () => {
    expect(idsOf([record('before', 'R-1')])).toEqual(idsOf([record('after', 'R-1')]));
    expect(idsOf([record('x', 'R-1')])).not.toEqual(idsOf([record('x', 'R-2')]));
  });

  it('differs between agencies, sources and added deliveries', () => {
    const hash = contentHash(record('x', 'R-1'));
    const ids = [
      new RecordIds('council', 'survey').of(record('x', 'R-1'), hash).id,
      new RecordIds('police', 'survey').of(record('x', 'R-1'), hash).id,
      new RecordIds('council', 'other').of(record('x', 'R-1'), hash).id,
      new RecordIds('council', 'survey', 17).of(record('x', 'R-1'), hash).id,
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('is a well-formed uuid, with no collision between parts that join to the same text', () => {
    expect(stableUuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(stableUuid('ab', 'c')).not.toBe(stableUuid('a', 'bc'));
  });
});

describe('where a submission belongs', () => {
  it('mends letters and digits swapped in a postcode', () => {
    expect(mendPostcode('pl4 oaa')).toBe('PL4 0AA');
    expect(mendPostcode('PL48AA')).toBe('PL4 8AA');
    expect(mendPostcode('last week')).toBeNull();
  });

  it('takes the ward from a live postcode, else from a ward named, else says outside or unknown', () => {
    const sutton = placeOf('PL4 8AA', 'Budshead');
    expect(sutton.ward).toMatch(/^E05002\d{3}$/);
    expect(sutton.ward).not.toBe(placeOf(null, 'Budshead').ward);
    expect(sutton.deprivation).toBeGreaterThanOrEqual(1);
    expect(placeOf('EH6 5RW', null)).toEqual({ ward: 'outside', outward: 'EH6', deprivation: null });
    expect(placeOf('PL4', null)).toEqual({ ward: null, outward: 'PL4', deprivation: null });
    expect(placeOf(null, 'somewhere').ward).toBeNull();
  });
});

describe('text that can not be kept byte for byte', () => {
  it.each([
    ['a\u0000b', 'text-has-nul'],
    ['a\uD800b', 'text-not-unicode'],
    ['caf\uFFFD', 'text-lost'],
  ])('%j is rejected as %s', (text, code) => {
    expect(unstorable(record(text))?.code).toBe(code);
  });

  it('lets every whole character through', () => {
    expect(unstorable(record('Grüße 👍🏽 שלום \t\n'))).toBeNull();
  });
});

describe('people from run to run', () => {
  const agencies = new Map(['s1', 's2', 's3', 's4'].map((s) => [s, 'council']));
  let next = 0;
  const newId = (): string => `new-${++next}`;

  it('keep their ids, merge into the larger and split off the smaller', () => {
    next = 0;
    const first = assignPeople(
      [
        { id: 's1', members: ['s1', 's2'] },
        { id: 's3', members: ['s3'] },
      ],
      new Map(),
      agencies,
      newId,
    );
    expect(first.newPeople).toEqual(['new-1', 'new-2']);
    const held = new Map(first.memberships.map((m) => [m.submission, m.person]));
    const merged = assignPeople([{ id: 's1', members: ['s1', 's2', 's3', 's4'] }], held, agencies, newId);
    expect(merged.newPeople).toEqual([]);
    expect(merged.memberships.map((m) => [m.submission, m.person])).toEqual([
      ['s3', 'new-1'],
      ['s4', 'new-1'],
    ]);
    expect(merged.changes).toEqual([{ kind: 'merge', person: 'new-1', other: 'new-2' }]);
    for (const m of merged.memberships) held.set(m.submission, m.person);
    const split = assignPeople(
      [
        { id: 's1', members: ['s1', 's2', 's4'] },
        { id: 's3', members: ['s3'] },
      ],
      held,
      agencies,
      newId,
    );
    expect(split.memberships).toEqual([{ submission: 's3', agency: 'council', person: 'new-3' }]);
    expect(split.changes).toEqual([{ kind: 'split', person: 'new-3', other: 'new-1' }]);
  });

  it('are written only where something moved', () => {
    const held = new Map([['s1', 'p']]);
    expect(assignPeople([{ id: 's1', members: ['s1'] }], held, agencies, newId)).toEqual({
      newPeople: [],
      memberships: [],
      changes: [],
    });
  });
});
