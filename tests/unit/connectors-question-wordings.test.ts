import { connector } from '#connectors';
import { deliver, fileOf } from '../support/deliver-file.js';

const ENGAGEMENT = { key: 'k', title: 'T' };
const WELSH = 'Pa mor ddiogel ydych chi’n teimlo?';

async function wordingsOf(columns: object[], header: string, row: string): Promise<unknown> {
  const { outcome } = await deliver('spreadsheet', { engagement: ENGAGEMENT, columns }, [
    fileOf('a.csv', `${header}\n${row}\n`),
  ]);
  return (outcome as { wordings?: unknown }).wordings;
}

test('a mapping says in which languages its questions were put, of every kind of rule; of a matrix each item bears it', async () => {
  const said = { language: 'en', wordings: { cy: WELSH, pl: 'Jak bezpiecznie?', en: 'no other', fr: null } };
  const columns = [
    { as: 'question', column: 'Safe', key: 'safe', kind: 'scale', text: 'How safe do you feel?', ...said },
    { as: 'question', column: 'Why', key: 'why', kind: 'free-text', wordings: { cy: 'Pam?' } },
    { as: 'question', column: 'Plain', key: 'plain', kind: 'choice' },
    { as: 'options', key: 'seen', text: 'Seen?', columns: { Litter: 'Litter' }, wordings: { cy: 'Gweld?' } },
    { as: 'matrix', key: 'rate', text: 'How good?', columns: { Parks: 'Parks', Buses: 'Buses' }, language: 'en' },
    { as: 'ranking', key: 'first', text: 'First?', cells: 'place', columns: { Pool: 'Pool' }, wordings: { cy: 'Cyntaf?' } },
  ]; // prettier-ignore
  const others = { cy: WELSH, pl: 'Jak bezpiecznie?' };
  expect(await wordingsOf(columns, 'Safe,Why,Plain,Litter,Parks,Buses,Pool', 'Very,x,Yes,1,Good,Poor,1')).toEqual([
    { key: 'safe', language: 'en', others },
    { key: 'why', language: null, others: { cy: 'Pam?' } },
    { key: 'seen', language: null, others: { cy: 'Gweld?' } },
    { key: 'rate.parks', language: 'en', others: {} },
    { key: 'rate.buses', language: 'en', others: {} },
    { key: 'first', language: null, others: { cy: 'Cyntaf?' } },
  ]); // prettier-ignore
});

test('columns of their own for each language name their languages and wordings; what the mapping says itself goes first', async () => {
  const [en, cy, pl] = ['How safe do you feel? (en)', `${WELSH} (cy)`, 'Jak bezpiecznie? (pl)'];
  const columns = [
    {
      as: 'question',
      column: en,
      key: 'safe',
      text: 'How safe do you feel?',
      kind: 'choice',
      otherLanguages: [cy, pl],
      wordings: { pl: 'Jak bezpiecznie się czujesz?' },
    },
  ];
  expect(await wordingsOf(columns, `${en},${cy},${pl}`, 'Very,,')).toEqual([
    { key: 'safe', language: 'en', others: { cy: WELSH, pl: 'Jak bezpiecznie się czujesz?' } },
  ]);
  // The name of a field in a tool is the same in all of them: no wording of its own.
  const fields = [
    { as: 'question', column: 'title/en', key: 'title', text: 'title', otherLanguages: ['title/cy'] },
  ];
  expect(await wordingsOf(fields, 'title/en,title/cy', 'More lamps,')).toEqual([
    { key: 'title', language: 'en', others: {} },
  ]);
  // A label that ends like a code says nothing where there is no other language.
  const alone = [{ as: 'question', column: 'Will you come (no)', key: 'come', kind: 'choice' }];
  expect(await wordingsOf(alone, 'Will you come (no)', 'Yes')).toEqual([]);
});

test('where a column says which question a row answers, each question has its own', async () => {
  const questions = {
    1: { key: 'a', text: 'Safe?', language: 'en', wordings: { cy: 'Diogel?' } },
    2: { key: 'b', text: 'Clean?' },
  };
  const columns = [{ as: 'question', column: 'Answer', key: 'any', by: { column: 'Question', questions } }];
  expect(await wordingsOf(columns, 'Question,Answer', '1,Yes')).toEqual([
    { key: 'a', language: 'en', others: { cy: 'Diogel?' } },
  ]);
});

test('a language that is no code is refused with its place', async () => {
  const columns = [{ as: 'question', column: 'Safe', key: 'safe', language: 'Welsh' }];
  const problem = (await connector('spreadsheet'))!.checkMapping({ engagement: ENGAGEMENT, columns });
  expect(problem!.reason).toContain('columns.0.language: a language is a code');
});
