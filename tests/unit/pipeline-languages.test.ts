import { bareEngagement, noRespondent } from '#domain';

import { languageNote, tellLanguages } from '../../libs/pipeline/src/intake/languages.js';
import type { IdentifiedRecord } from '../../libs/pipeline/src/intake/sort-rows.js';

const rowOf = (text: string | null): IdentifiedRecord => ({
  ...{ id: 'i', plain: 'i', key: null, nth: 0, former: null, hash: 'h' },
  record: {
    ...{ kind: 'submission', file: 'a.csv', row: 2, externalId: null, engagement: bareEngagement('e', 'E') },
    ...{
      submittedOn: null,
      channel: null,
      respondent: noRespondent(),
      demographics: [],
      communities: [],
      place: null,
    },
    answers: [{ question: { key: 'q', text: 'Q', kind: 'free-text' }, text, options: [], value: null }],
  },
});
const told = async (texts: (string | null)[]): Promise<(string | null | undefined)[]> => {
  const records = texts.map(rowOf);
  await tellLanguages(records);
  return records.map(({ record }) =>
    record.kind === 'submission' ? record.answers[0]!.language : undefined,
  );
};

describe('the language of a text', () => {
  it.each([
    ['en', 'The street lights are broken and it is dark.'],
    ['en', 'I dont feel safe after dark'],
    ['en', 'Too many cars on Union Street'],
    ['cy', 'Mae angen mwy o fysiau yn y nos'],
    ['cy', "Dydw i ddim yn teimlo'n ddiogel"],
    ['pl', 'Na ulicy jest bardzo ciemno i nie czuję się bezpiecznie'],
    ['ro', 'Străzile sunt murdare și nu este lumină'],
    ['es', 'Las calles están sucias y no hay luz'],
    ['fr', "Les rues sont sales et il n'y a pas de lumière"],
    ['ar', 'الشوارع مظلمة ولا أشعر بالأمان'],
    ['uk', 'Вулиці темні, і я не почуваюся в безпеці'],
    ['zh', '街道很黑，我觉得不安全'],
  ])('%s: %s', async (language, text) => expect(await told([text])).toEqual([language]));

  it('is not known of what is too short, of place names and of signs', async () => {
    const texts = [
      'Nice staff',
      'lovely',
      'parking parking parking',
      '!!! 12345 ???',
      '',
      'NHS dentist needed!!',
    ];
    expect(await told(texts)).toEqual(texts.map(() => null));
  });

  it('is not asked of an answer without words', async () => expect(await told([null])).toEqual([undefined]));

  it('is said in a receipt only where some text is in another than English', async () => {
    const records = ['The street lights are broken again', 'Mae angen mwy o fysiau yn y nos', 'ok'].map(
      rowOf,
    );
    await tellLanguages(records);
    expect(languageNote(records)).toBe(
      'Languages of the texts: 1 in English, 1 in Welsh, 1 too short or in a language that could not be told.',
    );
    expect(languageNote(records.slice(0, 1))).toBeNull();
    expect(languageNote(records.slice(2))).toBeNull();
  });
});
