import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { demoDeliveries, demoSources, generateCity, recordsForLinkage, type City } from '#demo';
import { PARTICIPATION_LEVELS, placeOfPostcode, WARDS } from '#domain';
import { saferPlymouth } from '#themes';

const city = generateCity({ seed: 7, size: 3_000 });
const deliveries = demoDeliveries(city);
const texts = city.plan.submissions.flatMap((submission) => submission.texts);

const fingerprint = (one: City): string => {
  const sum = createHash('sha256');
  for (const { file, beside = [] } of demoDeliveries(one))
    for (const each of [file, ...beside]) sum.update(each.name).update(each.bytes);
  return sum.update(JSON.stringify(one.truth)).digest('hex');
};

/** What a partner could read in a file: workbooks are unpacked by name only, so their sheets are searched elsewhere. */
const readable = deliveries
  .flatMap(({ file, beside = [] }) => [file, ...beside])
  .filter(({ name }) => !name.endsWith('.xlsx'))
  .map(({ bytes }) => new TextDecoder().decode(bytes));

describe('the demonstration city', () => {
  it('is the same to the last byte for the same seed, and another for another', () => {
    const print = fingerprint(generateCity({ seed: 7, size: 600 }));
    expect(fingerprint(generateCity({ seed: 7, size: 600 }))).toBe(print);
    expect(fingerprint(generateCity({ seed: 8, size: 600 }))).not.toBe(print);
  });

  it('has as many submissions as asked for, under ids that are unique within their source', () => {
    expect(city.plan.submissions).toHaveLength(3_000);
    const ids = city.plan.submissions.map(
      ({ engagement, externalId }) => `${engagement.source}/${externalId}`,
    );
    expect(new Set(ids).size).toBe(3_000);
  });

  it('reaches every ward, every agency, every level of participation and about thirty engagements', () => {
    const { submissions } = city.plan;
    expect(new Set(submissions.map(({ person }) => person.home.ward))).toEqual(
      new Set(WARDS.map(({ code }) => code)),
    );
    expect(new Set(submissions.map(({ engagement }) => engagement.agency.kind))).toEqual(
      new Set(['council', 'police', 'health', 'vcs']),
    );
    expect(new Set(submissions.map(({ engagement }) => engagement.participation))).toEqual(
      new Set(PARTICIPATION_LEVELS),
    );
    expect(new Set(submissions.map(({ engagement }) => engagement.key)).size).toBeGreaterThanOrEqual(28);
  });

  it('falls into the three years and into the weeks of each engagement', () => {
    const outside = city.plan.submissions.filter(({ day, engagement }) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      return (
        date < '2022-06-01' || date > '2025-05-31' || date < engagement.opens || date > engagement.closes
      );
    });
    expect(outside).toEqual([]);
  });

  it('lives at postcodes of the city table, in the ward that the table gives', () => {
    const homes = city.plan.people.flatMap(({ home, formerHome }) =>
      formerHome ? [home, formerHome] : [home],
    );
    expect(homes.filter(({ postcode, ward }) => placeOfPostcode(postcode)?.ward.code !== ward)).toEqual([]);
  });

  it('uses only identifiers that belong to nobody', () => {
    const of = (field: 'nhsNumber' | 'email' | 'mobile' | 'landline'): string[] =>
      city.plan.people.flatMap((person) => person[field] ?? []);
    for (const own of ['nhsNumber', 'email', 'mobile'] as const)
      expect(new Set(of(own)).size).toBe(of(own).length);
    expect(of('nhsNumber').filter((number) => !isTestNhsNumber(number))).toEqual([]);
    expect(of('email').filter((email) => !/^[a-z0-9._]+@example\.(org|net)$/.test(email))).toEqual([]);
    expect(of('mobile').filter((mobile) => !/^(07700 900\d{3}|07100 \d{6})$/.test(mobile))).toEqual([]);
    expect(of('landline').filter((landline) => !/^01632 \d{6}$/.test(landline))).toEqual([]);
    for (const field of ['nhsNumber', 'email', 'mobile', 'landline'] as const)
      expect(of(field).length).toBeGreaterThan(500);
  });

  it('codes comments to themes of the codebook, and to every one of them', () => {
    const codes = new Set(saferPlymouth.themes.map(({ code }) => code));
    const used = new Set(texts.flatMap(({ themes }) => themes));
    expect([...used].filter((code) => !codes.has(code))).toEqual([]);
    expect([...codes].filter((code) => !used.has(code))).toEqual([]);
  });

  it('writes comments in hundreds of ways, and finished ones', () => {
    const own = texts.filter(({ copyOf, themes }) => copyOf === null && !themes.includes('no-answer'));
    expect(new Set(own.map(({ text }) => text)).size).toBeGreaterThan(own.length * 0.8);
    expect(texts.filter(({ text }) => /[{}|$]|undefined|null/.test(text))).toEqual([]);
  });

  it('plants personal data that stands in the text as the truth says', () => {
    const planted = texts.flatMap(({ text, planted: found }) =>
      found.map(({ value }) => text.includes(value)),
    );
    expect(planted.length).toBeGreaterThan(50);
    expect(planted).not.toContain(false);
  });
});

describe('what is delivered', () => {
  it('says on its face that it is synthetic', () => {
    const registry = demoSources('http://127.0.0.1:1');
    for (const { name } of [...registry.agencies, ...registry.sources])
      expect(name).toMatch(/\(demonstration\)$/);
    for (const body of readable.filter((text) => text.startsWith('{')))
      expect(body).toContain('No real person is described');
  });

  it('never holds the truth', () => {
    const forbidden = [
      /person-\d/,
      /group-\d\d/,
      /campaign-/,
      /"again-/,
      /mistakes/,
      /household/,
      /copyOf/,
      /out-late|at-home/,
    ];
    for (const body of readable) for (const secret of forbidden) expect(body).not.toMatch(secret);
    expect(JSON.stringify(demoSources('http://127.0.0.1:1'))).not.toMatch(/person-\d|campaign-/);
  });

  it('sends one form twice, byte for byte, and everything else once', () => {
    const names = deliveries.map(({ source, file }) => `${source}/${file.name}`);
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    expect(twice).toEqual(['vcs-forms/warm-welcome.json']);
    const [first, second] = deliveries.filter(({ file }) => file.name === 'warm-welcome.json');
    expect(Buffer.from(first?.file.bytes ?? [])).toEqual(Buffer.from(second?.file.bytes ?? [0]));
  });

  it('together with the portal holds every submission', () => {
    // Recorded crimes are nobody's answers, and what was voted on stands beside them.
    const answers = deliveries.filter(
      ({ source }) => !['police-street-crime', 'council-conversation'].includes(source),
    );
    const pushed =
      answers.reduce((sum, { rows }) => sum + rows, 0) -
      (answers.find(({ file }) => file.name === 'warm-welcome.json')?.rows ?? 0);
    const pulled = city.plan.submissions.filter(
      ({ engagement }) => engagement.source === 'council-platform',
    ).length;
    expect(pushed + pulled).toBe(3_000);
  });
});

describe('records for measuring linkage', () => {
  it('are the same for the same seed, as many as asked for, each under an id of its own', () => {
    const once = [...recordsForLinkage({ n: 500, seed: 3 })];
    expect([...recordsForLinkage({ n: 500, seed: 3 })]).toEqual(once);
    expect(new Set(once.map(({ record }) => record.id)).size).toBe(500);
    expect(JSON.stringify([...recordsForLinkage({ n: 500, seed: 4 })])).not.toBe(JSON.stringify(once));
  });

  it('live at made-up postcodes where they are too many for a city', () => {
    let seen = 0;
    for (const { record } of recordsForLinkage({ n: 61_000, seed: 1 })) {
      if (record.postcode) expect(placeOfPostcode(record.postcode)).toBeNull();
      if (++seen === 2_000) break;
    }
  });
});

/** Modulus 11 over nine digits, in the range kept for tests. */
function isTestNhsNumber(number: string): boolean {
  if (!/^999\d{7}$/.test(number)) return false;
  const sum = [...number.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(number[9]);
}
