import { createHash } from 'node:crypto';

import { code, ruleModel, saferPlymouth, type CoderModel, type ThemeRule } from '#themes';

/** Denials, wishes and praise, with an apostrophe where people write one. */
const TEXTS = [
  "I don't feel at all safe walking home",
  "They never stop the speeding and don't care about litter",
  "Nobody listens, the council won't act",
  'We have never felt safe in that underpass',
  "I'd feel a lot safer with more patrols",
  "I haven't noticed any street drinking, it's lovely",
  "Burglary isn't an issue here, I can't complain",
  'Nothing is done about the dog mess on our road',
  'Thank you for the new lights, I feel safe now',
  "The police doesn't tackle the drug dealing by the school",
  "Great community spirit; my mum wouldn't live elsewhere",
  'Not only noise but vandalism too',
  "Why won't you stop the parking on pavements?",
  'n/a',
  'Mae angen mwy o oleuadau ar y stryd hon os gwelwch yn dda',
];
const SIGNS = ["'", '\u2019', '\u2018', '\u00b4', '`', '\u02bc', '\u2032', '\uff07', '?', ''];
const responses = TEXTS.flatMap((text) =>
  (text.includes("'") ? SIGNS : ["'"]).map((sign) => text.replaceAll("'", sign)),
).map((text, at) => ({ id: `r${at}`, question: 'What would help?', text }));

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The rules as they stood before coders read by clauses; their hash is the version that editions of that time bear. */
const formerRules = (ruleModel.parameters['rules'] as ThemeRule[]).map(
  ({ says: _later, ...rule }): ThemeRule => rule,
);
const FORMER: CoderModel = {
  version: 'rules-35dc6eaea086857e',
  kind: 'rules',
  parameters: { rules: formerRules },
};

test('what a coder of before clauses were read coded is coded again to the same bytes', () => {
  // The rules themselves are data of the model: were they others, this would say nothing of the code.
  expect(`rules-${sha256(formerRules).slice(0, 16)}`).toBe(FORMER.version);
  // Made by the code of that time (the commit before clauses were read) from these texts.
  expect(sha256(code(responses, saferPlymouth, FORMER))).toBe(
    '891b3465209b27635037d19d4a65cc6acfaf86f3b9b5fffb5bb0d20551de62fd',
  );
  expect(sha256(code(responses, saferPlymouth, ruleModel))).not.toBe(
    '891b3465209b27635037d19d4a65cc6acfaf86f3b9b5fffb5bb0d20551de62fd',
  );
});
