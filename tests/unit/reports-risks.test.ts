import { readRisks } from '#reports';

const SCORED = 'Scored on 3 June 2025 by the community safety lead and a chief inspector';

test('a risk view is who scored and when, and a line a risk', () => {
  const text = `${SCORED}\n\nSomeone is harmed on an unlit route | 4 | 4 | b | agreed\nTrust falls | 3|3|C thin| split, 2 to 4\n`;
  expect(readRisks(text)).toEqual({
    ok: true,
    view: {
      scored: SCORED,
      risks: [
        {
          risk: 'Someone is harmed on an unlit route',
          likelihood: 4,
          impact: 4,
          evidence: 'B fair',
          scorers: 'agreed',
        },
        { risk: 'Trust falls', likelihood: 3, impact: 3, evidence: 'C thin', scorers: 'split, 2 to 4' },
      ],
    },
  });
  expect(readRisks(' \n ')).toEqual({ ok: true, view: null });
});

test.each([
  ['4 people thought so\nA | 1 | 1 | A | agreed', /line 1: write who scored/],
  ['Scored in June by [[quote 12]]\nA | 1 | 1 | A | agreed', /line 1: write who scored/],
  [SCORED, /1 to 20 risks/],
  [`${SCORED}\nA | 6 | 1 | A | agreed`, /line 2: likelihood/],
  [`${SCORED}\nA | 1 | high | A | agreed`, /line 2: impact/],
  [`${SCORED}\nA | 1 | 1 | D | agreed`, /line 2: evidence/],
  [`${SCORED}\nA | 1 | 1 | Awful | agreed`, /line 2: evidence/],
  [`${SCORED}\nA | 1 | 1 | B thin | agreed`, /line 2: evidence/],
  [`${SCORED}\nA | 1 | 1 | A | agreed\nB | 1 | 1`, /line 3: write risk/],
])('what is no risk view says its line: %s', (text, problem) => {
  expect(readRisks(text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
});
