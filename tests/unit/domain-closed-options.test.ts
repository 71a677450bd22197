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

  it('that were read off a file are no list that was asked: no order of counts, nothing that one person typed', () => {
    const learnt = (
      options: string[],
      counts: Record<string, number>,
      kind: 'choice' | 'ranking' = 'choice',
    ) =>
      closedOptions({ kind, options, learnt: true }, given(counts)).map(
        ({ role, label }) => `${role}: ${label}`,
      );
    expect(learnt(['No', 'Yes', 'my neighbour at 9'], { No: 200, yes: 100, 'my neighbour at 9': 1, Both: 12 })).toEqual(
      ['base: Answered', 'option: Yes', 'option: Both', 'option: No', 'other: Other answers'],
    ); // prettier-ignore
    // What was seldom chosen in the first file is shown once ten people chose it.
    expect(learnt(['Tram', 'Bus'], { Bus: 40, Tram: 9 })).not.toContain('option: Tram');
    expect(learnt(['Tram', 'Bus'], { Bus: 40, Tram: 10 })).toContain('option: Tram');
    expect(learnt(['Good', 'Very good', 'Poor'], { Good: 90, 'Very good': 50, Poor: 20 }).slice(1)).toEqual([
      'option: Very good',
      'option: Good',
      'option: Poor',
    ]);
    expect(learnt(['65 or over', '18 to 24', 'Under 18'], { '65 or over': 90, '18 to 24': 50, 'Under 18': 20 }).slice(1)).toEqual(
      ['option: Under 18', 'option: 18 to 24', 'option: 65 or over'],
    ); // prettier-ignore
    expect(learnt(['Parks', 'Bins'], { '1/Parks': 40, '1/Bins': 20, '1/rude': 1 }, 'ranking')).toEqual(
      ['base: Answered', 'option: Bins', 'option: Bins', 'option: Parks', 'option: Parks'],
    ); // prettier-ignore
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

  it('keep their codes without Latin letters, whatever stands beside them', () => {
    const codesOf = (asked: string[]) =>
      new Map(closedOptions(question('choice', asked), []).map(({ code, label }) => [label, code]));
    const [few, more] = [codesOf(['جيد', 'سيئ']), codesOf(['اخرى', 'جيد', 'سيئ', '良い'])];
    expect(few.get('جيد')).toMatch(/^option-[a-z0-9]+$/);
    expect(more.get('جيد')).toBe(few.get('جيد'));
    expect(more.get('سيئ')).toBe(few.get('سيئ'));
    expect(new Set(more.values()).size).toBe(more.size);
  });

  it('are not made of a list that nobody chose from', () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`Answer ${n}`, 20]));
    const [base, all, ...apart] = closedOptions(question('choice'), given({ ...many, "Don't know": 30 }));
    // The question is told all the same, with how many answered it.
    expect(base!.answers).toHaveLength(90);
    expect(all).toMatchObject({
      code: 'too-many',
      role: 'other',
      label: 'Too many different answers for a list',
    });
    expect(all!.answers).toHaveLength(90);
    expect(apart.map(({ role }) => role)).toEqual(['dont-know']);
    expect(closedOptions(question('choice'), [])).toEqual([]);
  });
});

describe('numbers', () => {
  it('that are few are told one by one, in order of size', () => {
    expect(labels('number', { '10': 40, '2': 13, '1': 19 })).toEqual([
      'base: Answered',
      'option: 1',
      'option: 2',
      'option: 10',
    ]);
  });

  it('that fewer than ten people gave share a label: the fourteen of one household are not told', () => {
    const people = { '1': 300, '2': 400, '3': 200, '5': 4, '6': 7, '8': 20, '14': 1 };
    const found = closedOptions(question('number'), given(people)).slice(1);
    expect(found.map(({ code, label }) => [code, label])).toEqual([
      ['n1', '1'], ['n2', '2'], ['n3', '3'], ['5-to-6', '5 to 6'], ['8-or-more', '8 or more'],
    ]); // prettier-ignore
    expect(found.flatMap(({ answers }) => answers)).toEqual(Object.keys(people));
    expect(labels('number', { '-2': 3, '0': 9, '1': 60 })).toEqual(['base: Answered', 'option: up to 0', 'option: 1']); // prettier-ignore
    expect(labels('number', { '3': 4, '9': 2 })).toEqual(['base: Answered', 'option: Any number']);
  });

  it('of which nearly all are one have bands with bounds', () => {
    expect(labels('number', { '0': 190, '0.5': 10 })).toEqual(['base: Answered', 'option: under 1', 'option: 1 or more']); // prettier-ignore
    expect(labels('number', { '7': 190, '7.5': 5, '2.5': 5 })).toEqual(['base: Answered', 'option: under 7', 'option: 7 or more']); // prettier-ignore
  });

  it('stand in the bands of the edition before, whose codes say their bounds', () => {
    const ages = (from: number, to: number): GivenAnswer[] =>
      Array.from({ length: to - from }, (_, n) => ({ answer: String(n + from), people: 5 }));
    const bands = (answers: GivenAnswer[], kept: { code: string; label: string }[] = []): [string, string][] =>
      closedOptions(question('number'), answers, kept).slice(1).map(({ code, label }) => [code, label]); // prettier-ignore
    const first = bands(ages(18, 90));
    expect(first[0]).toEqual(['under-40', 'under 40']);
    expect(first).toContainEqual(['40-to-under-60', '40 to under 60']);
    const kept = first.map(([code, label]) => ({ code, label }));
    // Cut anew they would be others.
    expect(bands(ages(20, 74))).not.toEqual(first);
    expect(bands(ages(20, 74), kept)).toEqual(first);
    // Codes that an edition has already given go on too.
    const old = kept.map(({ label }, at) => ({ code: `band-${at + 1}`, label }));
    expect(bands(ages(20, 74), old).map(([code]) => code)).toEqual(old.map(({ code }) => code));
    // Bands that most of the people lie beyond tell nothing.
    expect(bands(ages(200, 280), kept)).not.toEqual(first);
  });

  it('stand beside whoever did not know or would not say', () => {
    expect(labels('number', { '1': 30, '2': 20, "Don't know": 5, "I'd rather not say": 1 })).toEqual([
      'base: Answered', 'option: 1', 'option: 2', 'dont-know: Don’t know', 'declined: Prefer not to say',
    ]); // prettier-ignore
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

/** Codes of what a question tells, where so many gave each answer. */
const toldOf = (given: Record<string, number>): Record<string, string> =>
  Object.fromEntries(
    closedOptions(
      { kind: 'choice', options: [] },
      Object.entries(given).map(([answer, people]) => ({ answer, people })),
    ).flatMap(({ role, answers }) =>
      role === 'base' ? [] : answers.map((answer): [string, string] => [answer, role]),
    ),
  );

test('what only sounds like no answer stays one beside what it answers to', () => {
  const all = (...answers: string[]): Record<string, string> =>
    toldOf(Object.fromEntries(answers.map((answer) => [answer, 20])));
  for (const answers of [
    ['Ie / Yes', 'Na / No'],
    ['Ydw', 'Na'],
    ['Very relevant', 'Fairly relevant', 'Not relevant'],
    ['Known', 'Not known'],
    ['Granted', 'Refused', 'Did not apply'],
    ['Issued', 'Refused'],
    ['Improved', 'Stayed the same', 'Declined'],
  ])
    expect(all(...answers)).toEqual(Object.fromEntries(answers.map((answer) => [answer, 'option'])));
  expect(all('Yes', 'No', 'Refused', 'Not known', 'Not relevant to me', 'Does not apply')).toMatchObject({
    Refused: 'declined',
    'Not known': 'dont-know',
    'Not relevant to me': 'not-shown',
    'Does not apply': 'not-shown',
  });
});

test('a label keeps the code of the edition before, and what clashes has a code of its own words', () => {
  const options = (answers: string[], kept: { code: string; label: string }[] = []) =>
    closedOptions(
      { kind: 'choice', options: [] },
      answers.map((answer) => ({ answer, people: 20 })),
      kept,
    ).flatMap(({ code, label, role }) => (role === 'option' ? [{ code, label }] : []));
  const first = options(['Over £5 a week', 'Never']);
  const both = options(['Over £5 a week', 'Over 5 a week', 'Never'], first);
  expect(both).toEqual(expect.arrayContaining(first));
  expect(new Set(both.map(({ code }) => code)).size).toBe(3);
  // Whatever else stands there and in whatever order.
  expect(options(['>5', '<5']).find(({ label }) => label === '>5')!.code).not.toBe(
    options(['>5', '<5']).find(({ label }) => label === '<5')!.code,
  );
});
