import { code, isNoAnswer, ruleModel, saferPlymouth, train } from '#themes';
import type { CodedResponse, CoderModel } from '#themes';

function codeText(text: string, model: CoderModel = ruleModel): CodedResponse {
  return code([{ id: 'r1', question: null, text }], saferPlymouth, model)[0]!;
}
const themesOf = (text: string): string[] => codeText(text).assignments.map(({ theme }) => theme);

test.each([
  '',
  '  ',
  '-',
  'N/A',
  'n/a.',
  'Nothing.',
  'none',
  "don't know",
  'No, nothing at all thanks',
  '???',
  'xxx',
  '5',
])('"%s" is no answer', (text) => {
  expect(isNoAnswer(text)).toBe(true);
  expect(themesOf(text)).toEqual(['no-answer']);
});

test.each([
  'Nothing gets done',
  'Nothing to do for teenagers',
  'No police',
  'none of the street lights work',
])('"%s" is an answer', (text) => expect(isNoAnswer(text)).toBe(false));

test('a harm that is denied is not coded; a want that is missing is', () => {
  expect(themesOf('I have never seen any drug dealing here')).not.toContain('drug-dealing');
  expect(themesOf('No problems with litter at all')).not.toContain('litter');
  expect(themesOf('Not only drug dealing but also litter')).toContain('drug-dealing');
  expect(themesOf('There is no CCTV in the underpass')).toContain('cctv');
});

test('the exact theme is coded and not its parent beside it', () => {
  const themes = themesOf('Off-road bikes and fireworks, the ASB is terrible');
  expect(themes).toEqual(expect.arrayContaining(['off-road-bikes', 'fireworks']));
  expect(themes).not.toContain('anti-social-behaviour');
});

test('words inside other words do not count', () => {
  expect(themesOf('The assistant was stable and the weekend begins')).toEqual([]);
});

test('evidence points at the words that spoke', () => {
  const text = 'Well, the STREET  lights are out and, sadly, e‑scooters fly past';
  for (const { evidence } of codeText(text).assignments) {
    for (const { span } of evidence) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(text.slice(span.start, span.end)).toMatch(/lights|scooters/i);
    }
  }
});

test('stance is told apart from theme', () => {
  expect(codeText('The local officers are excellent and friendly').stance).toBe('positive');
  expect(codeText('The police are useless and never come').stance).toBe('negative');
  expect(codeText('Lovely neighbours but terrible drug dealing').stance).toBe('mixed');
});

test('a text in another language is left to a person, though personal data and danger are still looked for', () => {
  const coded = codeText('Nie czuję się bezpiecznie, jest bardzo dużo hałasu na ulicy, jan@example.org');
  expect(coded.assignments).toEqual([]);
  expect(coded.personalData.map(({ type }) => type)).toContain('email');
});

const topics = {
  fireworks: [
    'fireworks every night',
    'rockets and bangers scare the dog',
    'kids let off fireworks',
    'bonfire night goes on for weeks',
  ],
  speeding: [
    'cars race along here',
    'too fast past the school',
    'speeding all day',
    'twenty is plenty but nobody slows',
  ],
  cctv: [
    'put cameras up',
    'cctv would help',
    'we need cameras in the lane',
    'the camera has been broken for a year',
  ],
};
const places = ['in Keyham', 'by the park', 'near the shops', 'on our road', 'round here', 'at weekends'];
const examples = Object.entries(topics).flatMap(([theme, texts]) =>
  texts.flatMap((text, t) =>
    places.map((place, p) => ({
      response: { id: `${theme}-${t}-${p}`, question: null, text: `${text} ${place}` },
      themes: [theme],
    })),
  ),
);

test('a trained model codes what no rule says, with calibrated probability and evidence, in its own name', () => {
  const model = train(examples, saferPlymouth);
  const coded = codeText('bonfire night is too much on our street', model);
  expect(coded.assignments[0]).toMatchObject({ theme: 'fireworks', source: 'model', decision: 'assign' });
  expect(coded.assignments[0]!.probability).toBeGreaterThan(0.5);
  expect(coded.assignments[0]!.evidence[0]!.because).toContain('sentence');
});

test('the same codings give the same model in any order, and it works the same after a way through JSON', () => {
  const model = train(examples, saferPlymouth);
  const shuffled = train([...examples].reverse(), saferPlymouth);
  expect(JSON.stringify(shuffled)).toBe(JSON.stringify(model));
  const again = JSON.parse(JSON.stringify(model)) as CoderModel;
  expect(codeText('rockets by the shops', again)).toEqual(codeText('rockets by the shops', model));
  expect(train(examples.slice(1), saferPlymouth).version).not.toBe(model.version);
});

test('rules speak for themes that have too few codings to be learned', () => {
  const model = train(examples, saferPlymouth, { rules: ruleModel.parameters['rules'] as never });
  const found = codeText('Somebody was stabbed near the shops', model).assignments;
  expect(found).toContainEqual(expect.objectContaining({ theme: 'knife-crime', source: 'rule' }));
});

test('a model trained with embeddings says so when they are missing', () => {
  const vector = new Float32Array(8).fill(0.3);
  const model = train(examples, saferPlymouth, { embeddings: () => vector, embedderId: 'fixed' });
  const response = { id: 'x', question: null, text: 'rockets' };
  expect(() => code([response], saferPlymouth, model)).toThrow('embeddings');
  expect(() => code([response], saferPlymouth, model, () => undefined)).toThrow('response x');
  expect(code([response], saferPlymouth, model, () => vector)[0]!.assignments.length).toBeGreaterThan(0);
});
