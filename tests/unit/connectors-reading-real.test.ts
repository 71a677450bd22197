import { layouts, readingOf, type FileReading } from '#connectors';
import { basename, join } from 'node:path';
import { bytesOf, sharedData } from '../support/shared-data.js';

const folder = sharedData('comments');
const known = await layouts();
const UPLOADS = 'themefinder-eval-synthetic/consult-upload-formats';

async function read(path: string): Promise<FileReading> {
  const full = join(folder ?? '', path);
  const file = { name: basename(full), mediaType: null, bytes: bytesOf(full) };
  return (await readingOf(file, known, null, '2026-11-30')).reading;
}

describe('real files, as they would be read', () => {
  if (!folder) {
    test('skipped, no data', () => undefined);
    return;
  }

  test.each([
    ['edinburgh-neighbourhoods/survey_data.csv', 2_955, [1]],
    ['nhs-feedback/fft-upload-sample.csv', 50, [1]],
    [`${UPLOADS}/responses_biomass_format.csv`, 5, [1, 2]],
    [`${UPLOADS}/responses_lgr_format.csv`, 5, [1]],
    [`${UPLOADS}/responses_scr_format.csv`, 5, [1]],
    ['polis/london.youth.policing/comments.csv', 39, [1]],
    ['polis/london.youth.policing/participants-votes.csv', 26, [1]],
    ['polis/london.youth.policing/votes.csv', 640, [1]],
    ['polis/bg2050-volunteers/comments.csv', 371, [1]],
    ['polis/bg2050-volunteers/participants-votes.csv', 126, [1]],
    ['polis/scoop-hivemind.affordable-housing/comments.csv', 165, [1]],
    ['polis/scoop-hivemind.affordable-housing/participants-votes.csv', 381, [1]],
  ])('%s: every row is counted, and only the labels are left out', async (path, people, headerRows) => {
    const reading = await read(path);
    expect({ people: reading.people, headerRows: reading.headerRows, leftOut: reading.leftOut }).toEqual({
      people,
      headerRows,
      leftOut: [{ why: 'header', rows: headerRows }],
    });
  });
});
