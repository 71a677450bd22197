import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { connectors } from '#connectors';
import { bytesOf, sharedData } from '../support/shared-data.js';
import { deliver, rejectedRows } from '../support/deliver-file.js';

const EXAMPLES = join(process.cwd(), 'docs', 'examples', 'mappings');
const example = (name: string): unknown => JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8'));
const POLIS = ['comments.csv', 'participants-votes.csv', 'summary.csv', 'votes.csv'];
const UPLOADS = 'themefinder-eval-synthetic/consult-upload-formats';

/** Rows by an independent parser; a blank line is none. */
const counted = (path: string, headerRows = 1): number =>
  (parse(readFileSync(path), { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][])
    .length - headerRows;

test('every example is a mapping that some connector takes', async () => {
  const all = await connectors();
  for (const name of readdirSync(EXAMPLES))
    expect([name, all.some((one) => one.checkMapping(example(name.replace('.json', ''))) === null)]).toEqual([
      name,
      true,
    ]);
});

const comments = sharedData('comments');
(comments ? describe : describe.skip)('real deliveries', () => {
  const folder = comments ?? '';
  test.each([
    ['spreadsheet', 'edinburgh-neighbourhoods', ['edinburgh-neighbourhoods/survey_data.csv'], 1, 2_955],
    ['friends-and-family', 'friends-and-family', ['nhs-feedback/fft-upload-sample.csv'], 1, 50],
    ['spreadsheet', 'responses-biomass', [`${UPLOADS}/responses_biomass_format.csv`], 2, 5],
    ['spreadsheet', 'responses-lgr', [`${UPLOADS}/responses_lgr_format.csv`], 1, 5],
    ['spreadsheet', 'responses-scr', [`${UPLOADS}/responses_scr_format.csv`], 1, 5],
  ])('%s with %s', async (code, mapping, paths, headerRows, expected) => {
    const full = paths.map((path) => join(folder, path));
    const delivered = await deliver(
      code,
      example(mapping),
      full.map((path) => ({ name: path.split('/').at(-1) ?? '', mediaType: null, bytes: bytesOf(path) })),
    );
    expect(delivered.rows).toBe(expected);
    expect(delivered.rows).toBe(full.reduce((sum, path) => sum + counted(path, headerRows), 0));
    expect(delivered.records.length + rejectedRows(delivered)).toBe(delivered.rows);
    expect(delivered.rejections).toEqual([]);
  });

  test.each([
    ['polis-london-youth-policing', 'london.youth.policing', 39, 640],
    ['polis-bg2050-volunteers', 'bg2050-volunteers', 371, 14_341],
    ['polis-affordable-housing', 'scoop-hivemind.affordable-housing', 165, 15_076],
  ])('%s', async (mapping, conversation, expectedComments, expectedVotes) => {
    const files = POLIS.map((name) => ({
      name,
      mediaType: null,
      bytes: bytesOf(join(folder, 'polis', conversation, name)),
    }));
    const { records, rejections, outcome } = await deliver('polis', example(mapping), files);
    expect(rejections).toEqual([]);
    expect(
      ['submission', 'vote'].map((kind) => records.filter((record) => record.kind === kind).length),
    ).toEqual([expectedComments, expectedVotes]);
    expect(outcome.status === 'read' && outcome.context.notes['reconciliation']).toMatchObject({
      differing: 0,
    });
    expect(counted(join(folder, 'polis', conversation, 'votes.csv'))).toBe(expectedVotes);
  });
});
