import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { refreshWorkingFacts } from '#facts';
import { deliverAndWait, resolveHeld } from '#pipeline';
import { addAgency, addAgreement, addSource, Database, readVotedOn, readVotes } from '#store';
import { countVotes } from '../../libs/facts/src/votes/vote-table.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { sharedData } from '../support/shared-data.js';

/** Real files by the mappings of the guide; data of others, so never part of the repository. */
/** Is an answer told under this label? Neighbouring numbers that few people gave share one: "up to 4", "8 or more". */
function isCalled(label: string, cell: string): boolean {
  const [, most, from, to, least] = /^(?:up to (\d+)|(\d+) to (\d+)|(\d+) or more)$/.exec(label) ?? [];
  const number = Number(cell);
  if (most ?? from ?? least)
    return number >= Number(from ?? least ?? -Infinity) && number <= Number(most ?? to ?? Infinity);
  return cell.toLowerCase() === label.toLowerCase();
}

const COMMENTS = sharedData('comments');
const real = COMMENTS ? describe : describe.skip;
const FIELDS = ['system-id', 'name', 'email', 'postcode', 'place', 'community', 'age', 'sex', 'ethnic-group', 'disability', 'religion', 'sexual-orientation', 'carer', 'free-text', 'answers', 'dates']; // prettier-ignore
const FORMATS = 'themefinder-eval-synthetic/consult-upload-formats';
const FILES = [
  { source: 'fft', agency: 'trust', connector: 'friends-and-family', mapping: 'friends-and-family', files: ['nhs-feedback/fft-upload-sample.csv'] },
  ...['biomass', 'lgr', 'scr'].map((layout) => ({ source: layout, agency: 'council', connector: 'spreadsheet', mapping: `responses-${layout}`, files: [`${FORMATS}/responses_${layout}_format.csv`] })),
]; // prettier-ignore
const CONVERSATIONS = [
  ['affordable-housing', 'scoop-hivemind.affordable-housing'],
  ['bg2050-volunteers', 'bg2050-volunteers'],
  ['london-youth-policing', 'london.youth.policing'],
] as const;

interface Mapping {
  engagement: { key: string };
  columns: { column: string; as: string; key?: string; kind?: string; values?: Record<string, unknown> }[];
}
const mappingOf = (name: string): Mapping =>
  JSON.parse(readFileSync(join('docs/examples/mappings', `${name}.json`), 'utf8')) as Mapping;
const linesOf = (path: string): string[][] =>
  parse(readFileSync(join(COMMENTS!, path)), { bom: true, relax_quotes: true, relax_column_count: true });

real('real files by their mappings', () => {
  let database: TestDatabase;
  let worker: Database;
  beforeAll(async () => {
    database = await testDatabase();
    worker = await Database.open(database.urlFor('worker'));
    const purposes = ['engagement-analysis'] as never[];
    for (const [agency, kind] of Object.entries({ council: 'council', trust: 'health' } as const)) {
      await addAgency(worker, { code: agency, name: agency, kind });
      await addAgreement(worker, {
        ...{ agency, id: `${agency}-1`, purposes, lawfulBasis: 'public task' },
        ...{ fields: FIELDS as never[], from: '2020-01-01', until: null },
      });
    }
    for (const { agency, source, connector, mapping, files } of FILES)
      await deliver(agency, source, connector, mapping, files);
    for (const [name, folder] of CONVERSATIONS)
      await deliver('council', `polis-${name}`, 'polis', `polis-${name}`, ['comments', 'votes', 'participants-votes', 'summary'].map((file) => `polis/${folder}/${file}.csv`)); // prettier-ignore
    await refreshWorkingFacts(worker);
  }, 240_000);
  afterAll(async () => {
    await worker?.close();
    await database?.drop();
  });

  async function deliver(
    agency: string,
    source: string,
    connector: string,
    mapping: string,
    files: readonly string[],
  ) {
    await addSource(worker, {
      ...{ code: source, agency, name: source, connector, mapping: mappingOf(mapping) as never },
      ...{ fieldKinds: FIELDS, agreement: `${agency}-1`, pullAddress: null, schedule: null },
    });
    const outcome = await deliverAndWait(worker, {
      ...{ source, mapping: null },
      files: files.map((path) => ({ name: path.split('/').at(-1)!, mediaType: null, bytes: readFileSync(join(COMMENTS!, path)) })), // prettier-ignore
    });
    if (!outcome.ok) throw new Error(`${source}: ${outcome.error.code}`);
    // Some answers about people have no code yet: a person takes them as they are.
    const held = outcome.value.status === 'held' ? await resolveHeld(worker, outcome.value.delivery!, 'replace', null) : outcome; // prettier-ignore
    if (!held.ok) throw new Error(`${source}: ${held.error.code}`);
    expect([source, held.value.status, held.value.rejected]).toEqual([source, 'accepted', 0]);
  }

  test.each(FILES)('every closed question of $source is counted as its file holds it', async ({ agency, mapping, files }) => {
    const { engagement, columns } = mappingOf(mapping);
    const lines = linesOf(files[0]!);
    let compared = 0;
    for (const { column, as, key, kind, values } of columns) {
      if (as !== 'question' || kind === 'free-text' || !key) continue;
      const head = lines.findIndex((line) => line.some((cell) => cell.trim() === column));
      const at = lines[head]!.findIndex((cell) => cell.trim() === column);
      const cells = lines.slice(head + 1).map((line) => (line[at] ?? '').trim());
      const given = cells.filter((cell) => cell !== '' && cell !== 'NA' && !(values && cell in values));
      const { rows } = await database.admin.query(
        `SELECT o.label, o.role, count(DISTINCT f.submission_key)::int AS many FROM facts.option o
         LEFT JOIN facts.fact f ON f.edition = 0 AND f.engagement = o.engagement AND o.place::text = ANY (f.options)
         WHERE o.edition = 0 AND o.engagement = $1 AND o.question = $2 GROUP BY 1, 2`,
        [`${agency}/${engagement.key}`, key],
      );
      const counted = (role: string): number => rows.filter((row) => row.role === role).reduce((sum, row) => sum + row.many, 0);
      expect([key, counted('base') + counted('dont-know') + counted('declined') + counted('not-shown')]).toEqual([key, given.length]);
      for (const { label, many } of rows.filter(({ role }) => role === 'option')) {
        const own = given.filter((cell) => isCalled(label, cell)).length;
        expect([key, label, many]).toEqual([key, label, own]);
      }
      expect([key, counted('option') + counted('other')]).toEqual([key, counted('base')]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(0);
  }); // prettier-ignore

  test.each(CONVERSATIONS)('votes of %s are those of the platform’s own table of participants', async (name, folder) => {
    const engagement = `council/${mappingOf(`polis-${name}`).engagement.key}`;
    const votes = countVotes(await readVotes(worker, engagement), await readVotedOn(worker, engagement));
    const [head, ...lines] = linesOf(`polis/${folder}/participants-votes.csv`);
    let compared = 0;
    for (const { key, tally } of votes.statements) {
      const at = head!.indexOf(key);
      if (at < 0) continue;
      const of = (value: number): number => lines.filter((line) => line[at] !== '' && Number(line[at]) === value).length;
      expect([key, tally]).toEqual([key, { agree: of(1), disagree: of(-1), pass: of(0) }]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(30);
    const voters = lines.filter((line) => line.slice(head!.indexOf('n-disagree') + 1).some((cell) => cell !== ''));
    expect(votes.voters).toHaveLength(voters.length);
    expect(votes.groups).toBeGreaterThan(1);
  }); // prettier-ignore
});
