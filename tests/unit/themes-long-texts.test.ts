import {
  code,
  findPersonalData,
  groupArguments,
  isNoAnswer,
  ruleModel,
  safeguardingReasons,
  saferPlymouth,
} from '#themes';

import { attackTexts, processorSeconds } from '../support/attack-texts.js';

/** More than half as long as an answer may be: a comment of this length took a minute where an expression read it once for each sign. */
const LONGEST = 60_000;
const SECONDS = 1.5;

const READERS: Record<string, (text: string) => unknown> = {
  'personal data': findPersonalData,
  'signs of danger': safeguardingReasons,
  'no answer': isNoAnswer,
  'the coder by rules': (text) => code([{ id: '1', question: null, text }], saferPlymouth, ruleModel),
  'groups of the same': (text) =>
    groupArguments([
      { id: '1', text },
      { id: '2', text: `${text}b` },
    ]),
};

describe('no comment keeps the coder busy, whatever is repeated in it', () => {
  it.each(Object.entries(READERS))('%s', (_name, read) => {
    read('Warm up: the street lights are broken.');
    const slow = attackTexts(LONGEST)
      .map(({ unit, text }) => ({ unit, seconds: processorSeconds(() => read(text), SECONDS) }))
      .filter(({ seconds }) => seconds > SECONDS);
    expect(slow).toEqual([]);
  });

  it('and an e-mail address is found in the middle of all that', () => {
    const found = findPersonalData(
      `${'a'.repeat(5_000)} write to jane.demo@example.org or ${'b'.repeat(300)}@example.org`,
    );
    expect(found.filter(({ type }) => type === 'email')).toHaveLength(2);
  });
});
