import {
  askFigures,
  communities,
  editions,
  publishEdition,
  reports,
  themeShares,
  type Publication,
  type ShareScope,
} from '#facts';
import { Database, readThemeShares, saveThemeGrades, type GradeFindings, type ThemeGradeRow } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { idOf, plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 603, people: 252, seed: 9 };
const PLANTED = idOf('planted');
const LABEL = 'The only one who calls themselves so';

let database: TestDatabase;
let worker: Database;
let published: Database;
let alone: Publication;
let again: Publication;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
  await publishEdition(worker);
  // One more person, with a comment in a theme and a community of their own naming.
  await database.admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     VALUES ($1, 'health', 'health', 'survey-0', 3, 'one.csv', 1, 'one', '2025-01-15', 'E05002078')`,
    [PLANTED],
  );
  await database.admin.query(
    `UPDATE intake.delivery SET "rows" = "rows" + 1, accepted = accepted + 1 WHERE source = 'health'`,
  );
  await database.admin.query(
    `INSERT INTO intake.row_outcome (agency, delivery, file, "row", outcome, record)
     SELECT agency, delivery, 'one.csv', 1, 'accepted', id FROM engagement.submission WHERE id = $1`,
    [PLANTED],
  );
  await database.admin.query(
    `INSERT INTO coding.coded (submission, agency, has_text, no_answer, safeguarding, personal_data, argument, codebook, codebook_version, model_version, coded_at)
     VALUES ($1, 'health', true, false, false, '{}', $1, 'small', 1, 'phrases 1', now())`,
    [PLANTED],
  );
  await database.admin.query(
    `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability)
     VALUES ('health', $1, 'litter', 'assign', 'rule', 'made-up', 'small', 1, 0.9)`,
    [PLANTED],
  );
  await database.admin.query(
    `INSERT INTO engagement.mention (agency, submission, kind, label) VALUES ('health', $1, 'identity', $2)`,
    [PLANTED, LABEL],
  );
  await database.admin.query(
    `INSERT INTO linkage.community (code, kind, name) VALUES ('only-one', 'identity', $1)`,
    [LABEL],
  );
  await database.admin.query(
    `INSERT INTO linkage.community_alias (kind, label, community, rule) VALUES ('identity', $1, 'only-one', 'exact')`,
    [LABEL],
  );
  // Somebody else's comment is coded anew meanwhile, so that there is an edition to be made without the one.
  await database.admin.query(
    `UPDATE coding.assignment SET theme = 'lighting' WHERE id = (SELECT min(id) FROM coding.assignment WHERE theme = 'litter')`,
  );
  alone = await publishEdition(worker);
  again = await publishEdition(worker);
  // Four more come, elsewhere.
  await database.admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'four.csv', n, 'four', '2025-01-15', 'E05002081' FROM generate_series(1, 4) n`,
  );
  await publishEdition(worker);
  await database.admin.query(`UPDATE engagement.submission SET withdrawn_at = now() WHERE id = $1`, [
    PLANTED,
  ]);
  await publishEdition(worker);
}, 180_000);
afterAll(async () => {
  await worker?.close();
  await published?.close();
  await database?.drop();
});

/** Everything that counts and that the public is answered about an edition. */
async function told(edition: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const report of await reports())
    for (const by of report.dimensions) {
      const answer = await askFigures(
        published,
        { report: report.code, by: [by], edition },
        { kind: 'public' },
      );
      if (!answer.ok) answers.push([report.code, by, answer.code]);
      else
        for (const figure of [...answer.table.figures, answer.table.total])
          answers.push([
            figure.id,
            figure.hidden || [
              figure.submissions,
              figure.people,
              figure.arguments,
              figure.share,
              figure.base,
              figure.rate,
            ],
            figure.receipt.steps,
          ]);
    }
  return answers.map((each) => JSON.stringify(each)).sort();
}

test('one person who comes, and goes, between editions is told by no figure, receipt or funnel', async () => {
  const all = (await editions(published)).reverse();
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  const [first, second, third, fourth] = all.map(({ receipt }) => receipt.steps);
  expect(second).toEqual(first);
  expect(fourth).toEqual(third);
  // Four of the five were planted without a row of a delivery.
  expect(all.slice(0, 2).every(({ receipt }) => receipt.addsUp)).toBe(true);
  expect(await told(2)).toEqual(await told(1));
  expect(await told(4)).toEqual(await told(3));
}, 180_000);

test('an edition has no new person or five: one waits while other news is published, and comes with the next four', async () => {
  expect(alone).toMatchObject({ status: 'published', edition: 2, waiting: 1 });
  // Nothing but the one is new: there is no edition to be made.
  expect(again).toMatchObject({ status: 'waiting', edition: 2, hash: alone.hash, waiting: 1 });
  const { rows } = await database.admin.query(
    `SELECT edition, count(DISTINCT submission_key)::int AS submissions FROM facts.fact WHERE edition IN (1, 2, 3, 4) GROUP BY 1 ORDER BY 1`,
  );
  const [one, two, three, four] = rows.map(({ submissions }) => submissions as number);
  expect([two! - one!, three! - two!, four! - three!]).toEqual([0, 5, -1]);
});

test('what one person calls their community is no community, until ten say it or a person lists it', async () => {
  const names = async (edition: number) =>
    (await communities(published, null, edition)).map(({ name }) => name);
  expect(await names(3)).toEqual(await names(1));
  expect(await names(3)).not.toContain(LABEL);
  await database.admin.query(`UPDATE linkage.community SET listed = true WHERE code = 'only-one'`);
  await database.admin.query(`UPDATE engagement.submission SET withdrawn_at = NULL WHERE id = $1`, [PLANTED]);
  expect((await publishEdition(worker)).edition).toBe(5);
  expect(await names(5)).toContain(LABEL);
});

test('a share of comments is told of a sample only, and where enough of it say the theme', async () => {
  const comments = Number(
    (
      await database.admin.query(
        `SELECT count(DISTINCT submission_key) FROM facts.fact WHERE edition = 4 AND argument_key IS NOT NULL AND agency = 'city'`,
      )
    ).rows[0].count,
  );
  const [sample, census] = [Math.floor(comments / 5), comments];
  await database.admin.query(
    `INSERT INTO coding.theme_share (scope, theme, value, low, high, audited, method, tied_with) VALUES
      ('agency/city', 'litter', .5, .4, .6, $1, 'made-up', '{}'), ('agency/city', 'noise', $2, .01, .2, $1, 'made-up', '{}'),
      ('agency/force', 'litter', .5, .4, .6, $3, 'made-up', '{}')`,
    [sample, 3 / sample, census],
  );
  await database.admin.query(
    `UPDATE engagement.submission SET ward = 'E05002079' WHERE id IN (SELECT id FROM engagement.submission ORDER BY id LIMIT 20)`,
  );
  const { edition } = await publishEdition(worker);
  const shares = await readThemeShares(published, edition!);
  expect(shares.map(({ scope, theme }) => `${scope} ${theme}`)).toEqual(['agency/city litter']);
});

test('a share is told where the grade of its theme lets it be told, and ranks among those alone', async () => {
  const findings = (value: number): GradeFindings => {
    const about = { value, low: value - 0.1, high: value + 0.1 };
    const told = { value: 0.9, low: 0.8, high: 0.95 };
    return {
      share: about,
      coded: value,
      precision: told,
      recall: told,
      codings: 400,
      positives: 90,
      auditedYes: 90,
    };
  };
  const graded = (theme: string, grade: ThemeGradeRow['grade']): ThemeGradeRow => ({
    ...{ theme, grade, model: 'made-up', codebook: 'small', codebookVersion: 1, findings: findings(0.3) },
    ...{
      agencies: theme === 'litter' ? { city: findings(0.3) } : {},
      former: null,
      recoding: 0,
      wanted: null,
    },
  });
  const shares = (scope: string): string =>
    ['litter', 'noise', 'lighting']
      .map(
        (theme) =>
          `('${scope}', '${theme}', .3, .2, .4, ${scope === 'all' ? 40 : 20}, 'made-up', '{litter,noise,lighting}')`,
      )
      .join(', ');
  await database.admin.query('DELETE FROM coding.theme_share');
  await database.admin.query(
    `INSERT INTO coding.theme_share (scope, theme, value, low, high, audited, method, tied_with)
     VALUES ${shares('all')}, ${shares('agency/city')}, ${shares('agency/force')}`,
  );
  await worker.transaction((tx) =>
    saveThemeGrades(tx, [
      graded('litter', 'ready'),
      graded('noise', 'indicative'),
      graded('lighting', 'learning'),
    ]),
  );
  await database.admin.query(
    `UPDATE engagement.submission SET ward = 'E05002081' WHERE id IN (SELECT id FROM engagement.submission ORDER BY id LIMIT 20)`,
  );
  const { edition } = await publishEdition(worker);
  const told = async (scope: ShareScope): Promise<string[]> =>
    (await themeShares(published, edition!, scope))!.shares.map(
      ({ theme, tiedWith }) => `${theme} beside ${tiedWith.join(', ')}`,
    );
  expect((await readThemeShares(published, edition!)).length).toBeGreaterThan(4);
  expect(await told(null)).toEqual(['litter beside litter, noise', 'noise beside litter, noise']);
  expect(await told({ agency: 'city' })).toEqual(['litter beside litter']);
  expect(await told({ agency: 'force' })).toEqual([]);
});
