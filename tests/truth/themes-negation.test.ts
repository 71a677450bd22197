import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { code, ruleModel, saferPlymouth } from '#themes';

/**
 * Phrases written for this test and not looked at while the rules were written. `+` praise or relief, `-` complaint or fear, `=` neither;
 * then whether the person says that they feel safe or are content there.
 */
const PHRASES = `
- no  | I don't feel at all safe walking home
- no  | Nobody I know feels safe in the multi-storey
- no  | We have never felt safe in that underpass
- no  | I rarely feel safe waiting for the last bus
- no  | I used to feel safe in the park
- no  | I would feel safe if the lights worked
- no  | I'd feel a lot safer with more patrols
- no  | I cannot honestly say I feel safe there
- no  | How can anyone feel safe with gangs about?
- no  | I want to feel safe on my own street
- no  | None of my neighbours feel safe any more
- no  | Hardly anyone feels safe on Union Street
- no  | We no longer feel safe in our own home
- no  | I wish I felt safe going out
- no  | It is hard to feel safe when it is pitch black
- no  | My mum doesn't feel safe at the bus stop
- no  | I have not felt safe since the attack
- no  | You can't feel safe in this place
- no  | I should be able to feel safe in the library
- no  | Few people feel safe here after ten
- no  | Neither of us feels safe in the car park
- no  | I felt safe until they closed the police station
- no  | I feel far from safe
- no  | The estate is anything but safe
- no  | I don't think the area is safe
- no  | We deserve to feel safe
- no  | Women need to feel safe at night
- no  | It isn't a nice place any more
- no  | I don’t feel very safe
- no  | i dont feel safe on the bus
- no  | I feel less safe than last year
- no  | It doesn't feel safe by the station
- no  | Would you feel safe there?
- no  | I am not happy living here
- no  | Nothing makes me feel safe
- no  | I struggle to feel safe in town
- no  | I seldom feel safe after dark
- no  | If I felt safe I would go out more
- no  | I only feel safe during the day
- no  | Not a good place to live
+ yes | I feel safe in my street
+ yes | I have always felt safe here
+ yes | We feel perfectly safe walking the dog
+ yes | It's a safe area and people are friendly
+ yes | I generally feel very safe
+ yes | I have never felt safer
+ yes | No complaints from me, lovely neighbours
+ yes | I feel safe, I don't worry about anything
+ yes | I don't go out much but I feel safe at home
+ yes | A lovely place to live with good neighbours
+ yes | I am happy living here
+ yes | Things have improved a lot and I feel safer
+ yes | Great community spirit round here
+ yes | Because of the new lights I feel safe now
+ yes | I feel safe even though I never see police
+ yes | Thank you for the new lights
+ yes | I do feel safe in town
+ yes | We have no problems here
+ yes | My children feel safe at school
+ yes | A quiet neighbourhood and I feel safe
+ any | I have never seen any drug dealing
+ any | Speeding is not a problem here
+ any | There is no litter on our road
+ any | We don't have any trouble with noise
+ any | I am not afraid to go out
+ any | Burglary isn't an issue on this street
+ any | I don't feel unsafe
+ any | No graffiti or vandalism round here
+ any | Anti-social behaviour has stopped since the patrols
+ any | I haven't noticed any street drinking
+ any | Crime is very low
+ any | Drugs are not something we see
- any | Nothing is done about the litter
- any | The police never stop the speeding
- any | They don't tackle the drug dealing
- any | I can't sleep because of the noise
- any | No one cares about the fly-tipping
- any | There isn't enough lighting and crime is rising
- any | Not only burglary but drugs too
- any | I don't go out because of the gangs
`
  .trim()
  .split('\n')
  .map((line) => /^([+=-]) (yes|no|any) *\| (.*)$/.exec(line)!.slice(1) as [string, string, string]);

const coded = (text: string) => code([{ id: 'r', question: null, text }], saferPlymouth, ruleModel)[0]!;
const SIGN = { positive: '+', negative: '-', neutral: '=', mixed: '=' } as const;
const saysSafe = (text: string): boolean =>
  coded(text).assignments.some(
    ({ theme, decision }) => theme === 'positive-feels-safe' && decision === 'assign',
  );

test('80 phrases: at most a tenth have the wrong stance', () => {
  const wrong = PHRASES.filter(([sign, , text]) => SIGN[coded(text).stance ?? 'neutral'] !== sign).map(
    ([sign, , text]) => `${sign} (read as ${coded(text).stance}) ${text}`,
  );
  expect(PHRASES).toHaveLength(80);
  if (wrong.length > 8) expect(wrong).toEqual([]);
});

test('80 phrases: at most one in twenty is wrongly read as feeling safe, or not', () => {
  const asked = PHRASES.filter(([, safe]) => safe !== 'any');
  const wrong = asked
    .filter(([, safe, text]) => saysSafe(text) !== (safe === 'yes'))
    .map(([, , text]) => text);
  const reversed = PHRASES.filter(([sign, safe, text]) => safe === 'any' && sign === '-' && saysSafe(text));
  expect(wrong.length + reversed.length).toBeLessThanOrEqual(4);
});

/**
 * Phrases of others and of our own, by which the rules were written, and phrases of residents that were written before the rules were read or
 * mended (`ordinary-*`; what they were read as at first sight: docs/benchmarks/themes.md): stance, then what is said of feeling safe (`both`: in part; `neither`:
 * nothing), or `any` where that is not asked. They hold what was reached; what strangers find in other phrases: docs/benchmarks/themes.md.
 */
const phrasesOf = (file: string): { sign: string; safe: string; text: string }[] =>
  readFileSync(fileURLToPath(new URL(`negation/${file}`, import.meta.url)), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, sign, safe, text] = /^([+=?-]) (yes|no|both|neither|any) \| (.*)$/.exec(line)!;
      return { sign: sign!, safe: safe!, text: text! };
    });

describe.each([
  ['others.txt', 340, 0.01, 0.01],
  ['own.txt', 1000, 0.05, 0.03],
  ['ordinary-first.txt', 120, 0.02, 0.01],
  ['ordinary-second.txt', 80, 0, 0.03],
  ['ordinary-third.txt', 80, 0, 0.04],
  ['ordinary-fourth.txt', 80, 0, 0],
  ['ordinary-fifth.txt', 80, 0, 0.05],
  ['ordinary-sixth.txt', 80, 0, 0],
  ['ordinary-seventh.txt', 80, 0.02, 0],
  ['ordinary-eighth.txt', 80, 0.04, 0.02],
  ['ordinary-ninth.txt', 80, 0, 0],
  ['ordinary-tenth.txt', 80, 0, 0],
  ['ordinary-eleventh.txt', 80, 0.05, 0],
  ['ordinary-twelfth.txt', 80, 0, 0],
  ['ordinary-thirteenth.txt', 80, 0.02, 0],
  ['ordinary-fourteenth.txt', 80, 0.2, 0.06],
  ['ordinary-learnt.txt', 500, 0.03, 0.04],
])('%s', (file, fewest, mostStance, mostSafe) => {
  const phrases = phrasesOf(file);

  test('stance, as it was reached', () => {
    const asked = phrases.filter(({ sign }) => sign !== '?');
    const wrong = asked.filter(({ sign, text }) => SIGN[coded(text).stance ?? 'neutral'] !== sign);
    expect(phrases.length).toBeGreaterThanOrEqual(fewest);
    if (wrong.length > mostStance * asked.length) expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('feeling safe, as it was reached', () => {
    const asked = phrases.filter(({ safe }) => ['yes', 'no', 'neither'].includes(safe));
    const wrong = asked.filter(({ safe, text }) => saysSafe(text) !== (safe === 'yes'));
    if (wrong.length > mostSafe * asked.length) expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

test('harms that are denied are not coded, and those that nobody tackles are', () => {
  const harms = (text: string): string[] =>
    coded(text).assignments.flatMap(({ theme, decision }) => (decision === 'assign' ? [theme] : []));
  const DENIED: Record<string, string> = {
    'I have never seen any drug dealing': 'drug-dealing',
    'Speeding is not a problem here': 'speeding',
    'There is no litter on our road': 'litter',
    'Burglary isn’t an issue on this street': 'burglary-and-theft',
    'No graffiti or vandalism round here': 'vandalism-and-graffiti',
    'I haven´t noticed any street drinking': 'street-drinking',
  };
  for (const [text, theme] of Object.entries(DENIED))
    expect([text, harms(text)]).not.toEqual([text, expect.arrayContaining([theme])]);
  for (const [text, theme] of [
    ['Nothing is done about the litter', 'litter'],
    ['The police never stop the speeding', 'speeding'],
    ['They don´t tackle the drug dealing', 'drug-dealing'],
    ['Not only burglary but drugs too', 'burglary-and-theft'],
  ])
    expect([text, harms(text!)]).toEqual([text, expect.arrayContaining([theme])]);
});

/** "don't" as keyboards, phones, PDFs, other code pages and tired people leave it. */
const SPELLINGS =
  "don't|don’t|don‘t|don`t|don´t|donʼt|donʹt|don′t|don‛t|don''t|don’’t|don＇t|DON'T|Don’T|don t|dont|don?t|don\ufffdt|donÕt|don\u02bbt".split(
    '|',
  );

test('20 spellings of the apostrophe make no fault that the first does not make', () => {
  expect(SPELLINGS).toHaveLength(20);
  for (const spelling of SPELLINGS) {
    expect([spelling, saysSafe(`We ${spelling} feel safe here`)]).toEqual([spelling, false]);
    expect([spelling, coded(`We ${spelling} feel safe here`).stance]).toEqual([spelling, 'negative']);
    expect([spelling, saysSafe(`We ${spelling} worry, I feel safe here`)]).toEqual([spelling, true]);
  }
});
