import {
  closedOptions,
  type ClosedQuestion,
  type GivenAnswer,
  readEquality,
  scaleOrder,
  unanswered,
} from '#domain';

const question = (kind: ClosedQuestion['kind'], options: string[] = []): ClosedQuestion => ({
  kind,
  options,
});
const given = (counts: Record<string, number>): GivenAnswer[] =>
  Object.entries(counts).map(([answer, people]) => ({ answer, people }));
const labels = (kind: ClosedQuestion['kind'], counts: Record<string, number>, options: string[] = []) =>
  closedOptions(question(kind, options), given(counts)).map(({ role, label }) => `${role}: ${label}`);

describe('options of a closed question', () => {
  it('stand in the order asked, whatever was chosen how often', () => {
    expect(labels('choice', { No: 50, Yes: 3, Perhaps: 20 }, ['Yes', 'Perhaps', 'No'])).toEqual([
      'base: Answered',
      'option: Yes',
      'option: Perhaps',
      'option: No',
    ]);
    // Without an order the alphabet, and not the counts.
    expect(labels('choice', { No: 12, Yes: 300 })).toEqual(labels('choice', { No: 300, Yes: 12 }));
  });

  it('are one where only case, blanks or an apostrophe differ', () => {
    const found = closedOptions(
      question('choice', ["I don't mind"]),
      given({ 'I don’t mind': 5, ' I DON´T  mind': 4 }),
    );
    expect(found.find(({ label }) => label === "I don't mind")!.answers).toHaveLength(2);
  });

  it('never show what one person typed: it is among the other answers', () => {
    const found = closedOptions(
      question('choice'),
      given({ Parks: 40, Bins: 30, 'My neighbour at number 9': 1 }),
    );
    expect(found.map(({ label }) => label)).toEqual(['Answered', 'Bins', 'Parks', 'Other answers']);
    expect(JSON.stringify(found.map(({ code, label }) => [code, label]))).not.toContain('neighbour');
  });

  it('tell who does not know, and who would not say, apart from the base', () => {
    const found = closedOptions(
      question('choice', ['Yes', 'No', 'Don’t know']),
      given({ Yes: 10, No: 10, "Don't know": 5, 'Prefer not to say': 2 }),
    );
    expect(found.map(({ role }) => role)).toEqual(['base', 'option', 'option', 'dont-know', 'declined']);
    expect([...found[0]!.answers].sort()).toEqual(['No', 'Yes']);
  });

  it('have codes that are short, and each once', () => {
    const found = closedOptions(question('choice', ['A & B', 'A / B', 'Answered', '…']), []);
    const codes = found.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9-]+$/);
  });

  it('are not made of a list that nobody chose from', () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`Answer ${n}`, 20]));
    expect(closedOptions(question('choice'), given(many))).toEqual([]);
    expect(closedOptions(question('choice'), [])).toEqual([]);
  });
});

describe('numbers', () => {
  it('that are few are told one by one, in order of size', () => {
    expect(labels('number', { '10': 4, '2': 3, '1': 9 })).toEqual([
      'base: Answered',
      'option: 1',
      'option: 2',
      'option: 10',
    ]);
  });

  it('that are many are told in round bands with open ends: neither the lowest nor the highest is there', () => {
    const ages = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [String(n + 17), 5]));
    const found = closedOptions(question('number'), given({ ...ages, '3': 1, '417': 1 }));
    const bands = found.filter(({ role }) => role === 'option');
    expect(bands.length).toBeGreaterThanOrEqual(5);
    expect(bands.length).toBeLessThanOrEqual(9);
    expect(bands[0]!.label).toMatch(/^under \d+$/);
    expect(bands.at(-1)!.label).toMatch(/^\d+ or more$/);
    expect(JSON.stringify(bands.map(({ label }) => label))).not.toMatch(/417|\b3\b/);
    // Every number is in one band, and only one.
    expect(
      bands
        .flatMap(({ answers }) => answers)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([...Object.keys(ages).map(Number), 3, 417].sort((a, b) => a - b));
  });
});

test('a ranking says who put an option first, and who among the first three', () => {
  const found = closedOptions(
    question('ranking', ['Parks', 'Bins']),
    given({ '1/Parks': 5, '2/Bins': 5, '1/Bins': 2, '4/Parks': 2 }),
  );
  expect(found.map(({ code, answers }) => [code, [...answers].sort()])).toEqual([
    ['answered', ['1/Bins', '1/Parks', '2/Bins', '4/Parks']],
    ['parks/first', ['1/Parks']],
    ['parks/top3', ['1/Parks']],
    ['bins/first', ['1/Bins']],
    ['bins/top3', ['1/Bins', '2/Bins']],
  ]);
});

describe('what stands beside the base', () => {
  it('keeps who did not know, would not say, and was not shown it apart', () => {
    const asked = ['Yes', 'No', 'Not applicable'];
    const found = closedOptions(
      question('choice', asked),
      given({ Yes: 9, "Don't know": 2, 'Prefer not to say': 3, 'Not applicable': 4 }),
    );
    expect(found.map(({ role }) => role)).toEqual([
      'base', 'option', 'option', 'dont-know', 'declined', 'not-shown',
    ]); // prettier-ignore
    expect(found[0]!.answers).toEqual(['Yes']);
  });

  it('counts of an open question who wrote, and nothing else', () => {
    expect(closedOptions(question('free-text'), given({ wrote: 12 }))).toEqual([
      { code: 'answered', label: 'Answered', role: 'base', answers: ['wrote'] },
    ]);
  });
});

describe('an answer that says nothing', () => {
  const SAID: Record<string, string[]> = {
    'dont-know': [
      "Don't know", 'I don’t know', "I'm not sure", 'Don´t know/no opinion', 'Not sure / not applicable', "Don't know (please say why)",
      "Don't know enough about it to say", 'No opinion either way', 'I have no opinion', '98 - Don’t know', 'Ddim yn gwybod', 'Ddim yn gwybod / Don’t know',
    ],
    declined: [
      'Prefer not to say', "I'd rather not say", 'I prefer not to say', 'I would prefer not to answer this question', 'Refused',
      'Rather not say', 'Gwell gen i beidio â dweud', 'Prefer not to say / Gwell gen i beidio â dweud',
    ],
    'not-shown': [
      'N/A', 'Not applicable', 'Not applicable to me', "Doesn't apply", 'This does not apply to me', "Not applicable - I don't drive", 'Not asked',
      'Ddim yn berthnasol', "Nid yw'n berthnasol i mi",
    ],
  }; // prettier-ignore

  it.each(Object.entries(SAID))('is read as what it is: %s', (kind, answers) => {
    expect(answers.map((answer) => [answer, unanswered(answer)])).toEqual(
      answers.map((answer) => [answer, kind]),
    );
    // No longer in the base, wherever it stands.
    for (const answer of answers)
      expect(closedOptions(question('choice', ['Yes', answer, 'No']), given({ Yes: 9, [answer]: 5 }))[0]!.answers).toEqual(['Yes']); // prettier-ignore
  });

  it('is not what only begins like one', () => {
    const why = ['Not sure how to report it', "Don't know who to contact", "Can't say no to it", 'Too busy', 'Not applicable law', 'Refused entry'];
    expect(why.filter(unanswered)).toEqual([]);
    const found = closedOptions(question('choice', why), given(Object.fromEntries(why.map((each) => [each, 20]))));
    expect(found.filter(({ role }) => role === 'option').map(({ label }) => label)).toEqual(why);
    expect(found[0]!.answers).toHaveLength(why.length);
  }); // prettier-ignore

  it('is one list for closed answers, scales and characteristics', () => {
    expect(scaleOrder(['Poor', "I don't know", 'Average', 'Good'])).toEqual(['Good', 'Average', 'Poor', "I don't know"]); // prettier-ignore
    for (const [kind, code] of [
      ['dont-know', 'dont-know'],
      ['declined', 'prefer-not-to-say'],
      ['not-shown', 'blank'],
    ] as const)
      // prettier-ignore
      for (const answer of SAID[kind]!.filter((each) => !/[/(-]/.test(each)))
        expect([answer, readEquality('disability', answer).code]).toEqual([answer, code]);
  });

  it('may be what became of a request, beside one that was granted', () => {
    expect(labels('choice', { Granted: 30, Refused: 20 }, ['Granted', 'Refused'])).toEqual(['base: Answered', 'option: Granted', 'option: Refused']); // prettier-ignore
  });
});
