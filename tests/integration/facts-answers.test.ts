import { CENSUS_CATEGORIES, residentsBy, WARD_AREAS } from '#domain';
import { askResults, completeStandings, publishEdition, type QuestionResult, type Results } from '#facts';
import { Database } from '#store';
import { CLOSED_QUESTIONS, plantClosedAnswers } from '../support/closed-answers.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { type CellSets, RulesOfPolicyP } from '../support/rules-of-policy-p.js';
import { plantSession } from '../support/plant-rows.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 6_000, people: 2_400, seed: 11 };
const ENGAGEMENT = 'city/survey-0';
const PUBLIC = { kind: 'public' } as const;
const CUTS = ['age-band', 'sex', 'ethnic-group', 'disability', 'deprivation'] as const;

let database: TestDatabase;
let published: Database;
let given: Given[];
let rules: RulesOfPolicyP;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  await plantClosedAnswers(database.admin);
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  given = await oracle();
  rules = await RulesOfPolicyP.of(database.admin);
});
afterAll(async () => {
  await published?.close();
  await database?.drop();
});

/** What one submission said, as it lies in the tables of the pipeline. */
interface Given {
  submission: string;
  person: string;
  argument: string | null;
  received: string;
  values: Record<string, string>;
  answers: Record<string, string[]>;
}

async function oracle(): Promise<Given[]> {
  const { rows } = await database.admin.query(`
    SELECT s.id, coalesce(m.person::text, '') AS person, c.argument, s.submitted_on::text AS day, s.deprivation::text,
      (SELECT coalesce(jsonb_object_agg(characteristic, code), '{}') FROM engagement.demographic d WHERE d.submission = s.id) AS said,
      (SELECT coalesce(jsonb_object_agg(question, options), '{}') FROM engagement.answer a WHERE a.submission = s.id) AS answers
    FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id LEFT JOIN coding.coded c ON c.submission = s.id
    WHERE s.agency || '/' || s.engagement = '${ENGAGEMENT}'`);
  const all = rows.map((row): Given => ({
    submission: row.id,
    person: row.person ? `person/${row.person}` : `submission/${row.id}`,
    argument: row.argument,
    received: `${row.day ?? ''} ${row.id}`,
    values: {
      'age-band': row.said.age ?? 'not-asked',
      sex: row.said.sex ?? 'not-asked',
      'ethnic-group': row.said['ethnic-group'] ?? 'not-asked',
      disability: row.said.disability ?? 'not-asked',
      deprivation: row.deprivation ?? 'not-known',
    },
    answers: row.answers,
  }));
  return latestOnly(all);
}

/** Whoever answered a question twice counts with the latest answer. */
function latestOnly(all: Given[]): Given[] {
  const latest = new Map<string, Given>();
  for (const one of [...all].sort((a, b) => (a.received < b.received ? -1 : 1)))
    for (const question of Object.keys(one.answers)) latest.set(`${one.person} ${question}`, one);
  return all.map((one) => ({
    ...one,
    answers: Object.fromEntries(
      Object.entries(one.answers).filter(([question]) => latest.get(`${one.person} ${question}`) === one),
    ),
  }));
}

function setsOf(members: readonly Given[]): CellSets {
  const distinct = (names: (string | null)[]): string[] => [
    ...new Set(names.filter((name): name is string => name !== null)),
  ];
  return {
    submissions: distinct(members.map(({ submission }) => submission)),
    people: distinct(members.map(({ person }) => person)),
    arguments: distinct(members.map(({ argument }) => argument)),
    health: false,
  };
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const isDontKnow = (answer: string): boolean => same(answer, "don't know");

async function ask(by: (typeof CUTS)[number] | 'ward' | null = null): Promise<Results> {
  const answer = await askResults(published, { engagement: ENGAGEMENT, by }, PUBLIC);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.results;
}

/** What the rules show of one option, counted and released here by themselves. */
function expected(
  question: string,
  chooses: (answers: readonly string[]) => boolean,
  inBase: boolean,
  cut?: { by: string; value: string },
): number | null {
  const among = cut ? given.filter(({ values }) => values[cut.by] === cut.value) : given;
  const answered = (all: readonly Given[]): Given[] =>
    all.filter(({ answers }) => (answers[question] ?? []).some((answer) => !isDontKnow(answer)));
  const members = (all: readonly Given[]): Given[] =>
    all.filter((one) => chooses(one.answers[question] ?? []));
  const larger = [among, ...(cut ? [members(given)] : []), ...(inBase ? [answered(among)] : [])];
  const shown = rules.shown(setsOf(members(among)), larger.map(setsOf), true);
  return shown === '[c]' ? null : shown[1];
}

test('every option of every question, alone and by each characteristic, is the count of people put through the rules', async () => {
  let compared = 0;
  let hidden = 0;
  const check = (result: QuestionResult, cut?: { by: string; value: string }): void => {
    const { options } = CLOSED_QUESTIONS.find(({ key }) => key === result.key)!;
    const answers = cut ? result.cut.find(({ code }) => code === cut.value)!.answers : result.all;
    const told = (code: string): number | null | undefined =>
      answers.options.find((option) => option.code === code)?.people;
    const some = (chosen: readonly string[]): boolean => chosen.some((answer) => !isDontKnow(answer));
    expect(answers.base).toBe(expected(result.key, some, false, cut));
    expect(told('dont-know')).toBe(expected(result.key, (all) => all.some(isDontKnow), false, cut));
    for (const label of options) {
      const option = answers.options.find((each) => each.label === label)!;
      const wanted = expected(result.key, (all) => all.some((answer) => same(answer, label)), true, cut);
      expect([cut, label, option.people]).toEqual([cut, label, wanted]);
      compared += 1;
      hidden += wanted === null ? 1 : 0;
    }
  };
  const whole = await ask();
  expect(whole.questions.map(({ key }) => key)).toEqual(CLOSED_QUESTIONS.map(({ key }) => key));
  for (const result of whole.questions) check(result);
  for (const by of CUTS)
    for (const result of (await ask(by)).questions)
      for (const { code } of result.cut) check(result, { by, value: code });
  expect(compared).toBeGreaterThan(200);
  expect(hidden).toBeGreaterThan(5);
});

test('shares of one choice add to 100, or say what is hidden; of several each is of its own', async () => {
  for (const { kind, several, all } of (await ask()).questions) {
    expect(several).toBe(kind === 'multi-choice');
    const percents = all.options.flatMap(({ percent }) => (percent === null ? [] : [percent]));
    const sum = percents.reduce((total, percent) => total + percent, all.rest ?? 0);
    if (several) expect(sum).toBeGreaterThan(100);
    else expect(sum).toBe(100);
    expect(all.options.find(({ role }) => role === 'dont-know')!.percent).toBeNull();
  }
});

test('whoever answered in two submissions counts once, with the later answer', async () => {
  const [{ rows }, result] = [
    await database.admin.query(
      `SELECT count(*)::int AS people FROM (SELECT m.person FROM engagement.answer a JOIN linkage.membership m ON m.submission = a.submission
       WHERE a.agency = 'city' AND a.question = 'aware' GROUP BY 1 HAVING count(*) > 1) x`,
    ),
    (await ask()).questions.find(({ key }) => key === 'aware')!,
  ];
  expect(rows[0].people).toBeGreaterThan(20);
  const shown = result.all.options.filter(({ role }) => role === 'option');
  const sum = shown.reduce((total, { people }) => total + (people ?? 0), 0);
  expect(Math.abs(sum - (result.all.base ?? 0))).toBeLessThanOrEqual(15);
});

test('a receipt leads from everybody to those who answered, and adds up', async () => {
  const { questions, heard } = await ask();
  for (const { receipt, all, key } of questions) {
    expect([key, receipt.addsUp]).toEqual([key, true]);
    expect(receipt.steps.find(({ name }) => name === 'Heard there')!.count).toBe(heard);
    expect(receipt.steps.at(-1)).toMatchObject({ name: 'Answered', kind: 'figure', count: all.base });
    expect(receipt.steps.map(({ name }) => name)).toContain('Don’t know');
  }
});

test('weighted to residents is rule E of the released answers by one characteristic, or says why not', async () => {
  const [all, ages, sexes, fifths] = [
    await ask(),
    await ask('age-band'),
    await ask('sex'),
    await ask('deprivation'),
  ];
  const question = all.questions.find(({ key }) => key === 'aware')!;
  const margins = ([['age-band', 'age', ages], ['sex', 'sex', sexes], ['deprivation', 'deprivation', fifths]] as const).map(([by, census, results]) => {
    const cut = results.questions.find(({ key }) => key === 'aware')!.cut;
    const known = (CENSUS_CATEGORIES[census] as readonly string[]).filter((code) => code !== '0-14');
    return { by, rows: known.map((code) => ({ residents: residentsBy(null, census, code)!, answers: cut.find((each) => each.code === code)!.answers })) };
  }); // prettier-ignore
  const { refused, options } = question.weighted;
  // Here over 30% did not say their age; one that must be weighted is in tests/unit/facts-weighted-of.
  const bases = margins.map(({ rows }) => rows.map(({ answers }) => answers.base));
  const hidden = bases.some((each) => each.includes(null));
  const silent = bases.some(
    (each) => question.all.base! - sum(each.map((base) => base ?? 0)) > 0.3 * question.all.base!,
  );
  expect([hidden, silent]).toEqual([false, true]);
  expect(refused).toContain('over 30%');
  for (const { code, percent } of options) {
    const chose = question.all.options.find((option) => option.code === code)!.people!;
    let value = chose / question.all.base!;
    for (const { rows } of margins) {
      const [living, said] = [
        sum(rows.map((row) => row.residents)),
        sum(rows.map((row) => row.answers.base!)),
      ];
      for (const { residents, answers } of rows) {
        const share = answers.options.find((option) => option.code === code)!.people! / answers.base!;
        value += (residents / living - answers.base! / said) * share;
      }
    }
    if (percent !== null) expect(percent).toBe(Math.round(100 * value));
  }
});

test('a cut that few answers allow is refused with the reason', async () => {
  const wards = await ask('ward');
  for (const { cut, cutRefused } of wards.questions) {
    expect(cut).toEqual([]);
    expect(cutRefused).toMatch(/2,000 answers/);
  }
});

test('an edition keeps what it said: answers that change later move nothing in it', async () => {
  const before = await ask('sex');
  await database.admin.query(`UPDATE engagement.question SET text = 'Changed later', options = '{}'`);
  await database.admin.query(`UPDATE engagement.answer SET options = ARRAY['Yes'] WHERE question = 'aware'`);
  expect(await ask('sex')).toEqual(before);
});

test('an edition from before answers were kept gets them once, and says the same', async () => {
  const said = [await ask(), await ask('sex'), await ask('age-band')];
  await database.admin.query(
    `SET session_replication_role = replica; DELETE FROM facts.standing WHERE dimensions ~ '^option'; SET session_replication_role = origin`,
  );
  const worker = await Database.open(database.urlFor('worker'));
  const again = await Database.open(database.urlFor('published'));
  const without = askResults(again, { engagement: ENGAGEMENT }, PUBLIC);
  await expect(without).rejects.toMatchObject({ code: 'EBUSY' });
  expect(await completeStandings(worker)).toBe(1);
  expect(await completeStandings(worker)).toBe(0);
  await worker.close();
  const results = await Promise.all(
    [null, 'sex' as const, 'age-band' as const].map((by) =>
      askResults(again, { engagement: ENGAGEMENT, by }, PUBLIC),
    ),
  );
  expect(results.map((answer) => answer.ok && answer.results)).toEqual(said);
  await again.close();
});

describe('one question by another, for an analyst of the agency alone', () => {
  const AMONG = { question: 'aware', option: '' };
  const analystsOf = async (agency: string): Promise<Parameters<typeof askResults>[2]> => ({
    kind: 'analyst',
    session: await plantSession(database.admin, ['analyst'], [agency]),
  });
  let workbench: Database;
  beforeAll(async () => {
    workbench = await Database.open(database.urlFor('workbench'));
    const { questions } = await ask();
    AMONG.option = questions
      .find(({ key }) => key === 'aware')!
      .all.options.find(({ label }) => label === 'Yes')!.code;
  });
  afterAll(() => workbench?.close());

  test('is refused in public, and of what is no answer', async () => {
    const question = { engagement: ENGAGEMENT, among: AMONG };
    expect(await askResults(published, question, PUBLIC)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await askResults(published, { ...question, working: true }, PUBLIC)).toMatchObject({ code: 'not-allowed' });
    const none = { ...question, working: true, among: { question: 'aware', option: 'answered' } };
    expect(await askResults(workbench, none, await analystsOf('city'))).toMatchObject({ code: 'unknown-value' });
    const others = await askResults(workbench, { ...question, working: true }, await analystsOf('force'));
    expect(others).toMatchObject({ ok: false, code: 'unknown-value' });
  });

  test('counts those who gave both answers on one sheet, and the themes that they raised', async () => {
    const answer = await askResults(workbench, { engagement: ENGAGEMENT, working: true, among: AMONG }, await analystsOf('city'));
    if (!answer.ok) throw new Error(answer.reason);
    // The tables of the pipeline as they are now: an earlier test changed answers after the edition.
    const { rows } = await database.admin.query(
      `SELECT (f.options && ARRAY(SELECT place::text FROM facts.option WHERE edition = 0 AND engagement = $1 AND question = 'safe' AND label = 'Very safe')) AS safe,
         f.theme, f.person_key FROM facts.fact f
       WHERE f.edition = 0 AND f.engagement = $1 AND f.options && ARRAY(SELECT place::text FROM facts.option WHERE edition = 0 AND engagement = $1 AND question = 'aware' AND code = $2)`,
      [ENGAGEMENT, AMONG.option],
    );
    const people = (of: typeof rows): number => new Set(of.map(({ person_key }) => person_key)).size;
    const { questions, themes } = answer.results;
    const safe = questions.find(({ key }) => key === 'safe')!;
    expect(safe.all.options.find(({ label }) => label === 'Very safe')!.people).toBe(people(rows.filter((row) => row.safe)));
    const aware = questions.find(({ key }) => key === 'aware')!;
    expect(aware.all.base).toBe(people(rows));
    expect(aware.all.options.map(({ people: each }) => each)).toEqual([people(rows), 0, 0]);
    expect(safe.receipt.addsUp).toBe(true);
    expect(safe.weighted.refused).toMatch(/only those who gave one answer/);
    expect(themes.length).toBeGreaterThan(3);
    for (const { code, people: raised } of themes.filter(({ code: each }) => ['noise', 'litter'].includes(each)))
      expect([code, raised]).toEqual([code, people(rows.filter(({ theme }) => theme === code))]);
  });
}); // prettier-ignore

describe('working figures by area, for an analyst of the agency alone', () => {
  let workbench: Database;
  beforeAll(async () => (workbench = await Database.open(database.urlFor('workbench'))));
  afterAll(() => workbench?.close());
  const ask = async (by: 'area' | 'ward', agency = 'city') =>
    askResults(
      workbench,
      { engagement: ENGAGEMENT, by, working: true },
      { kind: 'analyst', session: await plantSession(database.admin, ['analyst'], [agency]) },
    );
  const results = async (by: 'area' | 'ward'): Promise<Results> => {
    const answer = await ask(by);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.results;
  };

  test('every answer of every area is the exact count of its distinct people', async () => {
    const { rows } = await database.admin.query<{ question: string; code: string; ward: string; person: string }>(
      `SELECT o.question, o.code, f.ward, f.person_key::text AS person FROM facts.fact f JOIN facts.option o ON o.edition = 0 AND o.engagement = f.engagement AND o.place::text = ANY (f.options)
       WHERE f.edition = 0 AND f.engagement = $1`,
      [ENGAGEMENT],
    );
    const peopleOf = (question: string, code: string, wards: readonly string[]): number =>
      new Set(rows.filter((row) => row.question === question && row.code === code && wards.includes(row.ward)).map(({ person }) => person)).size;
    const { questions } = await results('area');
    expect(questions.map(({ key }) => key)).toEqual(CLOSED_QUESTIONS.map(({ key }) => key));
    let compared = 0;
    for (const { key, cut, cutRefused } of questions) {
      expect(cutRefused).toBeNull();
      expect(cut.map(({ code, name }) => [code, name])).toEqual(WARD_AREAS.map(({ code, name }) => [code, name]));
      for (const { code, answers } of cut) {
        const { wards } = WARD_AREAS.find((area) => area.code === code)!;
        expect([key, code, answers.base]).toEqual([key, code, peopleOf(key, 'answered', wards)]);
        for (const option of answers.options) {
          expect([key, code, option.code, option.people]).toEqual([key, code, option.code, peopleOf(key, option.code, wards)]);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  test('an area holds its wards, and everybody in all of them; what lies outside is in none', async () => {
    const [areas, wards] = [await results('area'), await results('ward')];
    for (const [at, { cut, all }] of areas.questions.entries()) {
      const byWard = new Map(wards.questions[at]!.cut.map(({ code, answers }) => [code, answers.base ?? 0]));
      for (const { code, answers } of cut) {
        const own = WARD_AREAS.find((area) => area.code === code)!.wards.map((ward) => byWard.get(ward) ?? 0);
        expect(answers.base).toBeGreaterThanOrEqual(Math.max(...own));
        expect(answers.base).toBeLessThanOrEqual(sum(own));
        expect(answers.base).toBeLessThanOrEqual(all.base!);
      }
    }
  });

  test('are refused to the public, and of another agency nothing is there', async () => {
    const question = { engagement: ENGAGEMENT, by: 'area', working: true } as const;
    expect(await askResults(published, question, PUBLIC)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await ask('area', 'force')).toMatchObject({ ok: true, results: { questions: [], heard: 0 } });
  });
}); // prettier-ignore
