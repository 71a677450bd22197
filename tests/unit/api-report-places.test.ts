import { printed } from '../../apps/api/src/public/reports/forms/printed.js';
import { pageAt, placesInText } from '../../apps/api/src/public/reports/row-places.js';
import { madeReport } from '../support/made-report.js';

const made = madeReport(2);
const IN_TABLE = 'answers/a-council/safety/q1/o0';
const APART = 'themes-by-community;theme=asb';
const content = {
  ...made,
  texts: [
    {
      code: 'point',
      heading: 'The decision asked',
      parts: [
        { kind: 'figure' as const, id: APART, text: '405 people' },
        { kind: 'words' as const, text: ' and ' },
        { kind: 'figure' as const, id: IN_TABLE, text: '1,010 people' },
      ],
    },
    {
      code: 'limits',
      heading: 'Limits',
      parts: [
        { kind: 'figure' as const, id: 'overview', text: '8,810 people' },
        { kind: 'figure' as const, id: APART, text: '405 people' },
      ],
    },
  ],
};

test('a number of the text is called as the row that tells it, else by a number of its own', () => {
  expect([...placesInText(content)]).toEqual([
    [APART, 'N1'],
    [IN_TABLE, 'Q1.1'],
    ['overview', 'N2'],
  ]);
});

const DRAFT = { origin: 'https://hub.example.org', release: null, correctedBy: null, corrects: null };

test('in a draft what has no short address yet leads to where that will lead', () => {
  const { blocks } = printed(content, DRAFT, () => null);
  const links = blocks.flatMap((block) =>
    (block.kind === 'text' ? block.paragraphs : block.rows).flat().filter(({ address }) => address !== null),
  );
  expect(links.length).toBeGreaterThan(5);
  for (const { text, address } of links) {
    const place = /[A-Z]\d+(?:\.\d+)?/.exec(text)![0];
    expect([text, address]).toEqual([text, DRAFT.origin + pageAt(content, place)]);
    expect(address).toMatch(/\/read\/figures\?id=/);
  }
  expect(JSON.stringify(blocks)).toContain(
    'From its release on this report is at hub.example.org/r/safe-streets',
  );
});

test('its place is printed beside it, and typed leads to its page', () => {
  const standing = { ...DRAFT, release: { releasedAt: '2026-02-03T09:30:00.000Z', digest: 'ab'.repeat(32) } };
  const text = printed(content, standing, () => null).blocks[0]!;
  expect(text.kind === 'text' && text.paragraphs[0]).toEqual([
    { text: '405 people (N1)', address: 'https://hub.example.org/r/safe-streets/N1' },
    { text: ' and ', address: null },
    { text: '1,010 people (Q1.1)', address: 'https://hub.example.org/r/safe-streets/Q1.1' },
  ]);
  expect(pageAt(content, 'n1')).toMatch(/^\/read\/figures.*asb.*edition=3/);
  expect(pageAt(content, 'N1')).not.toBe(pageAt(content, 'N2'));
  expect([pageAt(content, 'N3'), pageAt(content, 'N'), pageAt(content, 'Q9.1')]).toEqual([null, null, null]);
});
