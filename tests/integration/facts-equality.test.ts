import type { SheetMappingInput } from '#connectors';
import { askFigures, publishEdition, type Figure } from '#facts';
import { deliverAndWait, resolveHeld } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';

/** Synthetic people with the wordings of census forms, as a partner would send them; nobody in it exists. */
const AGES = ['16-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75 and over'];
const GROUPS: [wording: string, code: string][] = [
  ['White: English/Welsh/Scottish/Northern Irish/British', 'white-british'],
  ['White: Irish', 'white-other'],
  ['Asian/Asian British: Indian', 'asian'],
  ['Asian, Asian British or Asian Welsh: Pakistani', 'asian'],
  ['Black/African/Caribbean/Black British: African', 'black'],
  ['Mixed/multiple ethnic groups: White and Asian', 'mixed'],
  ['Arab', 'other'],
];
const DISABILITY: [wording: string, code: string][] = [
  ['Yes, limited a lot', 'yes'],
  ['Yes, limited a little', 'yes'],
  ['No', 'no'],
];
const SEXES: [wording: string, code: string][] = [
  ['Woman/Girl', 'female'],
  ['Man/Boy', 'male'],
  ['Female', 'female'],
  ['Male', 'male'],
];
const PEOPLE = 245;

const MAPPING: SheetMappingInput = {
  engagement: { key: 'census-words', title: 'Census words', kind: 'survey' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'demographic', column: 'Age group', characteristic: 'age' },
    { as: 'demographic', column: 'Ethnic group', characteristic: 'ethnic-group' },
    { as: 'demographic', column: 'Limited by a condition', characteristic: 'disability' },
    { as: 'demographic', column: 'Sex', characteristic: 'sex' },
    { as: 'date', column: 'Date', order: 'day-first' },
  ],
};

/** One row a person: how each is coded, beside the words that are sent. */
function madeUp(disability: (at: number) => string): { csv: string; truth: Map<string, number> } {
  const truth = new Map<string, number>();
  const count = (key: string): unknown => truth.set(key, (truth.get(key) ?? 0) + 1);
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const [age, [group, groupCode]] = [AGES[at % 7]!, GROUPS[Math.floor(at / 7) % 7]!];
    const [[, disabilityCode], [sex, sexCode]] = [DISABILITY[at % 3]!, SEXES[at % 4]!];
    [
      '16-24/15-24',
      '25-34/25-34',
      '35-44/35-49',
      '45-54/45-54',
      '55-64/50-64',
      '65-74/65-74',
      '75 and over/75+',
    ]
      .filter((pair) => pair.startsWith(`${age}/`))
      .forEach((pair) => count(`age-band:${pair.slice(age.length + 1)}`));
    count(`ethnic-group:${groupCode}`);
    count(`disability:${disabilityCode}`);
    count(`sex:${sexCode}`);
    return `${at},${age},"${group}","${disability(at)}",${sex},13/03/2026`;
  });
  return { csv: `Ref,Age group,Ethnic group,Limited by a condition,Sex,Date\n${rows.join('\n')}\n`, truth };
}

const hubs: { database: TestDatabase; worker: Database; published: Database }[] = [];
afterAll(async () => {
  for (const { database, worker, published } of hubs) {
    await worker.close();
    await published.close();
    await database.drop();
  }
});

const sent = (csv: string) => ({
  source: 'council-survey',
  files: [{ name: 'form.csv', mediaType: null, bytes: new TextEncoder().encode(csv) }],
  mapping: null,
});

/** A hub with one source of this mapping. */
async function hubOf(mapping: SheetMappingInput): Promise<(typeof hubs)[number]> {
  const database = await testDatabase();
  const worker = await Database.open(database.urlFor('worker'));
  const published = await Database.open(database.urlFor('published'));
  const hub = { database, worker, published };
  hubs.push(hub);
  const fieldKinds = ['age', 'ethnic-group', 'disability', 'sex', 'dates'];
  await addAgency(worker, { code: 'council', name: 'Council', kind: 'council' });
  await addAgreement(worker, {
    agency: 'council',
    id: 'a1',
    purposes: ['engagement-analysis'],
    lawfulBasis: 'public task',
    fields: fieldKinds as never[],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'council-survey',
    agency: 'council',
    name: 'Survey',
    connector: 'spreadsheet',
    mapping,
    fieldKinds,
    agreement: 'a1',
    pullAddress: null,
    schedule: null,
  });
  return hub;
}

/** Who was heard, by characteristic, in the edition that a delivery alone makes. */
async function publishedFrom(csv: string, people = PEOPLE): Promise<Map<string, Figure>> {
  const { worker, published } = await hubOf({ ...MAPPING, uncodedAnswers: 'go-on' });
  const receipt = await deliverAndWait(worker, sent(csv));
  expect(receipt).toMatchObject({ ok: true, value: { status: 'accepted', accepted: people } });
  expect(await publishEdition(worker)).toMatchObject({ status: 'published' });
  const answer = await askFigures(
    published,
    { report: 'who-has-not-been-heard', by: ['characteristic'] },
    { kind: 'public' },
  );
  if (!answer.ok) throw new Error(answer.reason);
  return new Map(answer.table.figures.map((figure) => [figure.keys[0]!.code, figure]));
}

test('245 people in census wordings: age, sex, ethnic group and disability are published right', async () => {
  const { csv, truth } = madeUp((at) => DISABILITY[at % 3]![0]);
  const figures = await publishedFrom(csv);
  for (const [code, people] of truth) {
    const figure = figures.get(code);
    if (!figure || figure.hidden) throw new Error(`${code} is not published`);
    // Noise of at most 3, then rounding to the nearest 5.
    expect([code, Math.abs(figure.people.value - people) <= 5]).toEqual([code, true]);
    expect([code, Math.abs(figure.share!.value - (100 * people) / PEOPLE) < 4]).toEqual([code, true]);
  }
  const disabled = figures.get('disability:yes');
  expect(disabled).toMatchObject({ hidden: false, shareReason: null });
  // Nobody is left over, and a band that straddles two is shown as it was asked; what it takes from these is not compared.
  expect(figures.get('age-band:unmapped')).toMatchObject({ hidden: true });
  expect(figures.get('age-band:45-54')!.keys[0]!.name).toBe(
    'Age: 45 to 54, as asked (part of 35 to 49 and 50 to 64)',
  );
  expect(figures.get('age-band:35-49')!.reference).toBeNull();
  expect(figures.get('age-band:15-24')!.reference).not.toBeNull();
});

test('where over a tenth of the answers are not yet matched, the reason stands in place of every share', async () => {
  const { csv } = madeUp((at) => (at % 5 === 0 ? 'Sometimes, in winter' : DISABILITY[at % 3]![0]));
  const figures = await publishedFrom(csv);
  for (const code of ['disability:yes', 'disability:no']) {
    const figure = figures.get(code);
    expect(figure).toMatchObject({ hidden: false, share: null });
    expect(figure && !figure.hidden && figure.shareReason).toMatch(
      /^No share is shown: .* (?:1[6-9]|2[0-4])% .*not yet matched/,
    );
  }
  expect(figures.get('disability:unmapped')).toMatchObject({ hidden: false, share: null });
  expect(figures.get('sex:female')).toMatchObject({ hidden: false, shareReason: null });
});

test('a hidden number of answers that are not yet matched is taken for its most', async () => {
  const { csv } = madeUp(
    (at) => ['Sometimes, in winter', 'Prefer not to say'][at % 13] ?? DISABILITY[at % 3]![0],
  );
  const figures = await publishedFrom(csv.split('\n').slice(0, 46).join('\n'), 45);
  expect(figures.get('disability:unmapped')).toMatchObject({ hidden: true });
  const yes = figures.get('disability:yes');
  expect(yes).toMatchObject({ hidden: false, share: null });
  // Seven of some 37, or of what noise and rounding make of these.
  expect(yes && !yes.hidden && yes.shareReason).toMatch(
    /^No share is shown: .* hidden, and it may be up to 1[4-9]% of those who answered/,
  );
});

test('over 5% without a code: the delivery waits with a table to fill in, and goes through once it is filled in', async () => {
  const { csv } = madeUp((at) => (at % 5 === 0 ? 'Sometimes, in winter' : DISABILITY[at % 3]![0]));
  const { worker, database } = await hubOf(MAPPING);
  const held = await deliverAndWait(worker, sent(csv));
  expect(held).toMatchObject({
    ok: true,
    value: {
      status: 'held',
      note: expect.stringContaining('Limited by a condition”: 49 of 245 answers (20%)'),
    },
  });
  if (!held.ok) throw new Error();
  expect(held.value.note).not.toContain('winter');
  const { rows } = await database.admin.query(`SELECT suggested_mapping AS mapping FROM intake.delivery`);
  const mapping = rows[0].mapping as {
    columns: { characteristic?: string; values?: Record<string, string> }[];
  };
  const disability = mapping.columns.find(({ characteristic }) => characteristic === 'disability')!;
  expect(disability.values).toEqual({ 'Sometimes, in winter': 'unmapped' });
  disability.values!['Sometimes, in winter'] = 'yes';
  expect(await resolveHeld(worker, held.value.delivery!, 'map', mapping)).toMatchObject({
    ok: true,
    value: { status: 'accepted', accepted: PEOPLE, note: null },
  });
  const codes = await database.admin.query(
    `SELECT count(*)::int AS n FROM engagement.demographic WHERE characteristic = 'disability' AND code = 'unmapped'`,
  );
  expect(codes.rows[0].n).toBe(0);
});

test('a delivery within 5% goes through, and a person may take one beyond it as it is', async () => {
  const few = madeUp((at) => (at % 25 === 0 ? 'Sometimes, in winter' : DISABILITY[at % 3]![0]));
  const { worker } = await hubOf(MAPPING);
  expect(await deliverAndWait(worker, sent(few.csv))).toMatchObject({
    ok: true,
    value: { status: 'accepted' },
  });
  const many = madeUp((at) => (at % 5 === 0 ? 'In winter' : DISABILITY[at % 3]![0]));
  const held = await deliverAndWait(worker, sent(many.csv.replaceAll('\n', '\nx')));
  if (!held.ok) throw new Error();
  expect(held.value.status).toBe('held');
  expect(await resolveHeld(worker, held.value.delivery!, 'replace', null)).toMatchObject({
    ok: true,
    value: { status: 'accepted', note: expect.stringContaining('not yet matched') },
  });
});
