import {
  agreementByTheme,
  candidatesOf,
  carryCodings,
  changeCodebook,
  code,
  compareCodings,
  nextBatch,
  ruleModel,
  saferPlymouth,
  themeShares,
  train,
} from '#themes';
import type { TrainingExample } from '#themes';

const example = (id: string, text: string, ...themes: string[]): TrainingExample => ({
  response: { id, question: null, text },
  themes,
});
/** Two themes that are told apart by their words, and places that say nothing. */
const PLACES = [
  'in Keyham',
  'by the park',
  'near the shops',
  'on our road',
  'at weekends',
  'in town',
  'here',
];
const learned = PLACES.flatMap((place, i) => [
  example(`a${i}`, `the buses never come ${place}`, 'safety-on-transport'),
  example(`b${i}`, `seagulls rip open sacks ${place}`, 'litter'),
]);

test('agreement of people stands beside that of the model, theme by theme', () => {
  const code = (responseId: string, coder: string, ...themes: string[]) => ({ responseId, coder, themes });
  const people = [
    code('r1', 'ann', 'litter'),
    code('r1', 'bob', 'litter'),
    code('r2', 'bob', 'cctv'),
    code('r2', 'ann', 'litter'),
    code('r3', 'ann', 'cctv'),
  ];
  const model = [code('r1', 'm', 'litter'), code('r2', 'm', 'litter'), code('r3', 'm')];
  const [litter, cctv, speeding] = agreementByTheme(people, model, ['litter', 'cctv', 'speeding']);
  // Ann says litter, litter; Bob litter, cctv: one of two alike.
  expect(litter).toMatchObject({ codedTwice: 2, kappa: 0, modelCoded: 5 });
  expect(litter!.humanF1).toBeCloseTo(2 / 3, 10);
  // The model against five codings: 3 hits, 1 wrong (Bob on r2), none missed.
  expect(litter!.modelF1).toBeCloseTo(6 / 7, 10);
  expect(cctv).toMatchObject({ humanF1: 0, modelF1: 0 });
  expect(speeding).toMatchObject({ kappa: 1, humanF1: null, modelF1: null });
  expect(agreementByTheme([people[0]!], [], ['litter'])[0]).toMatchObject({
    kappa: null,
    alpha: null,
    modelF1: null,
  });
});

test('a comparison tells which responses and themes a retrained model changes', () => {
  const texts = ['seagulls rip open sacks again', 'nothing moves'].map((text, i) => ({
    id: `r${i}`,
    question: null,
    text,
  }));
  const names = saferPlymouth.themes.map((theme) => theme.code);
  const given = (coded: ReturnType<typeof code>) =>
    coded.map(({ responseId, assignments }) => ({
      responseId,
      themes: assignments.filter(({ decision }) => decision === 'assign').map(({ theme }) => theme),
    }));
  const before = given(code(texts, saferPlymouth, ruleModel));
  const after = given(code(texts, saferPlymouth, train(learned, saferPlymouth)));
  const { compared, changed, themes } = compareCodings(before, after, names);
  expect(compared).toBe(2);
  expect(changed[0]).toMatchObject({ responseId: 'r0', gained: ['litter'], lost: [] });
  expect(themes).toContainEqual({ theme: 'litter', before: 0, after: 1, gained: 1, lost: 0 });
  expect(compareCodings(after, after, names).changed).toEqual([]);
});

test('the next batch of a trained model begins with what lies between two themes', () => {
  const model = train(learned, saferPlymouth);
  const pool = [
    ...PLACES.map((place, i) => ({
      id: `sure${i}`,
      question: null,
      text: `seagulls rip open sacks ${place} again`,
    })),
    { id: 'torn', question: null, text: 'the buses and seagulls' },
  ];
  const [first] = nextBatch(candidatesOf(pool, saferPlymouth, model), { size: 4 });
  expect(first).toBe('torn');
});

test('shares of themes carry their method and ties, and shares of a group only where it was audited enough', () => {
  const predicted = Array.from({ length: 1000 }, (_, i) => ({
    responseId: `r${i}`,
    chances: { litter: i % 2 ? 0.9 : 0.1, cctv: i % 2 ? 0.2 : 0.8 },
    group: i % 10 === 0 ? 'small' : 'large',
  }));
  const audit = Array.from({ length: 200 }, (_, i) => ({
    responseId: `r${i}`,
    themes: [i % 2 ? 'litter' : 'cctv'],
  }));
  const shares = themeShares(audit, predicted, ['litter', 'cctv', 'speeding']);
  expect(shares.map(({ share }) => share.method).join()).toMatch(/PPI.*PPI.*Wilson/);
  expect(shares[0]!.share.value).toBeCloseTo(0.5, 1);
  expect(shares[0]!.tiedWith).toHaveLength(1);
  expect(shares[2]).toMatchObject({ theme: 'speeding', tiedWith: [] });
  expect(shares[0]!.byGroup.map(({ group }) => group)).toEqual(['large']);
  expect(() => themeShares([], predicted, ['litter'])).toThrow('audit');
});

test('codings carried over a split are left out until a person chooses a part', () => {
  const [litter] = saferPlymouth.themes.filter(({ code }) => code === 'litter');
  const parts = ['dog-mess', 'street-rubbish'].map((code) => ({ ...litter!, code }));
  const { codebook, mapping } = changeCodebook(saferPlymouth, {
    kind: 'split',
    theme: 'litter',
    into: parts,
  });
  const { examples, open } = carryCodings([...learned.slice(0, 2), example('c', 'x', 'cctv')], mapping);
  expect(examples.map(({ response }) => response.id)).toEqual(['a0', 'c']);
  expect(open).toEqual([{ responseId: 'b0', themes: ['dog-mess', 'street-rubbish'] }]);
  expect(codebook.version).toBe(saferPlymouth.version + 1);
});

test('coding by a past model and codebook gives the same bytes after a split, a merge and a retirement', () => {
  const texts = learned.map(({ response }) => response);
  const model = train(learned, saferPlymouth);
  const past = JSON.stringify({ codebook: saferPlymouth, model, coded: code(texts, saferPlymouth, model) });
  const [litter] = saferPlymouth.themes.filter(({ code }) => code === 'litter');
  const split = changeCodebook(saferPlymouth, {
    kind: 'split',
    theme: 'litter',
    into: [
      { ...litter!, code: 'gulls' },
      { ...litter!, code: 'rubbish' },
    ],
  });
  const merge = changeCodebook(split.codebook, {
    kind: 'merge',
    themes: ['speeding', 'parking'],
    into: { ...litter!, code: 'traffic', parent: null },
  });
  const { codebook, mapping } = changeCodebook(merge.codebook, { kind: 'retire', theme: 'fireworks' });
  const later = train(carryCodings(learned, mapping).examples, codebook);
  expect(later.version).not.toBe(model.version);
  code(texts, codebook, later);
  // What an archive holds is JSON: from there the same codings come again, byte by byte.
  const archived = JSON.parse(past) as {
    codebook: typeof saferPlymouth;
    model: typeof model;
    coded: unknown;
  };
  expect(JSON.stringify(code(texts, archived.codebook, archived.model))).toBe(JSON.stringify(archived.coded));
  expect(JSON.stringify(train([...learned].reverse(), archived.codebook))).toBe(JSON.stringify(model));
});
