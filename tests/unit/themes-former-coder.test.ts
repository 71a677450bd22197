import { createHash } from 'node:crypto';

import { code, ruleModel, saferPlymouth, type CoderModel, type ThemeRule } from '#themes';

import { FORMER_FEELS_SAFE } from '../support/former-feels-safe.js';

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

/** What the third way of reading and the fourth make different things of. */
const TURNED = [
  'The library isn’t what it was',
  "The police don't even bother turning up",
  'They didn’t have to help me but they did',
  "I thought I'd be waiting hours but I was seen at once",
  "Without the library I'd be lost, it's the best thing here",
  "You won't find a better park",
  'We never used to lock the door',
  "I'm not scared of much but that estate gives me the creeps",
  "I don't think there's anywhere in town I'd feel unsafe",
  "I don't use the bus, I drive",
  'More competent staff',
].map((text, at) => ({ id: `r${at}`, question: null, text }));

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The rules while coders read by clauses, and before: their hash is the version that editions of that time bear. */
const rulesByClauses = (ruleModel.parameters['rules'] as ThemeRule[]).map((rule) =>
  rule.theme === FORMER_FEELS_SAFE.theme ? FORMER_FEELS_SAFE : rule,
);
const rulesBeforeClauses = rulesByClauses.map(({ says: _later, ...rule }): ThemeRule => rule);

/** What each coder made of these texts, hashed; made by the code of its time. */
const FORMER: Record<string, { model: CoderModel; coded: string; of?: typeof responses | typeof TURNED }> = {
  'before clauses were read': {
    model: { version: 'rules-35dc6eaea086857e', kind: 'rules', parameters: { rules: rulesBeforeClauses } },
    coded: '891b3465209b27635037d19d4a65cc6acfaf86f3b9b5fffb5bb0d20551de62fd',
  },
  'while clauses were read without what a sentence makes of them': {
    model: {
      version: 'rules-edd86bb262770d68',
      kind: 'rules',
      parameters: { rules: rulesByClauses, reading: 2 },
    },
    coded: 'fa6cfc2cbf7e2d1fe8743a1e35733d772119a392a689e95c3e61a9a69fe0cfff',
  },
  'before what goes before praise and blame was heard': {
    model: {
      version: 'rules-61b4cf3a339e6c1a',
      kind: 'rules',
      parameters: { rules: ruleModel.parameters['rules'], reading: 3 },
    },
    coded: 'df67ded09a5028b255eca843c3636e854e7bd1efbd6d9c94c46f048b74df5bbd',
    of: TURNED,
  },
};

test.each(Object.entries(FORMER))(
  'what was coded %s is coded again to the same bytes',
  (_when, { model, coded, of = responses }) => {
    // The rules themselves are data of the model: were they others, this would say nothing of the code.
    const { rules, ...rest } = model.parameters;
    const hashed = Object.keys(rest).length === 0 ? rules : model.parameters;
    expect(`rules-${sha256(hashed).slice(0, 16)}`).toBe(model.version);
    expect(sha256(code(of, saferPlymouth, model))).toBe(coded);
    expect(sha256(code(of, saferPlymouth, ruleModel))).not.toBe(coded);
  },
);
