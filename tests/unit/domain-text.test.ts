import { mayBeCut, repairText } from '#domain';

const MEANT = 'We don’t feel safe – the café lane is dark, it’s £20 & up';

test.each([
  [
    'entities',
    'We don&rsquo;t feel safe &ndash; the caf&eacute; lane is dark, it&#8217;s &pound;20 &amp; up',
  ],
  [
    'entities escaped twice',
    'We don&amp;rsquo;t feel safe &amp;ndash; the caf&amp;#233; lane is dark, it&amp;#x2019;s &amp;pound;20 &amp;amp; up',
  ],
  ['numbers of windows-1252', 'We don&#146;t feel safe &#150; the café lane is dark, it&#146;s £20 &#38; up'],
  ['UTF-8 read as windows-1252', 'We donâ€™t feel safe â€“ the cafÃ© lane is dark, itâ€™s Â£20 & up'],
  ['the same twice', 'We donÃ¢â‚¬â„¢t feel safe Ã¢â‚¬â€œ the cafÃƒÂ© lane is dark, itÃ¢â‚¬â„¢s Ã‚Â£20 & up'],
  ['markup', '<p>We don&rsquo;t feel safe – the <b>café</b> lane is dark, it’s £20 &amp; up</p>'],
  [
    'no-break and zero-width',
    'We\u00a0don’t\u200b feel\u00a0safe – the ca\u00adfé lane\ufeff is dark, it’s £20 & up\u0000',
  ],
])('%s: the text as it was meant', (_, original) => {
  const repaired = repairText(original);
  expect(repaired.text).toBe(MEANT);
  expect(repaired.repairs.length).toBeGreaterThan(0);
});

test('an apostrophe that was lost on the way is put back, a question stays one', () => {
  for (const lost of ['donÕt', 'don?t', 'don\ufffdt'])
    expect(repairText(`I ${lost} go`).text).toBe("I don't go");
  for (const alike of '\u0384\u055a\u05f3\u1fbf\u2035\u275b\u275c')
    expect(repairText(`I don${alike}t go`)).toMatchObject({ text: "I don't go", repairs: ['apostrophes'] });
  expect(repairText('גב\u05f3 is Hebrew').repairs).toEqual([]);
  expect(repairText('IT\u00d5S LATE').text).toBe("IT'S LATE");
  for (const asIs of ['Really? so what', 'why?because', 'http://example.org/?s=1', 'wait?Tea'])
    expect(repairText(asIs).text).toBe(asIs);
});

test.each([
  'I feel safe <3 and 5 < 6 & 7 > 2',
  'Dŵr a thân, ŷd, São Paulo, NAÏVE “quoted É…”, 20°C, Straße…',
  'AT&T; R&D; &unknown; &#0;',
  'Привет, жители! Ça va? ÀÉÎ',
  'Family 👨‍👩‍👧 fun',
  'plain',
])('%j is left as it is', (text) => expect(repairText(text)).toMatchObject({ text, repairs: [] }));

test('each place of the mended text leads back to the original', () => {
  const original = '<p>It&rsquo;s caf&amp;eacute; time, donâ€™t go</p>';
  const { text, placeOf } = repairText(original);
  expect(text).toBe('It’s café time, don’t go');
  for (const word of ['It', 's caf', 'time, don', 't go'])
    expect(original.slice(placeOf(text.indexOf(word)), placeOf(text.indexOf(word)) + word.length)).toBe(word);
  expect(placeOf(text.indexOf('’'))).toBe(original.indexOf('&rsquo;'));
  expect(placeOf(text.length)).toBeLessThanOrEqual(original.length);
});

test('a text of the length at which programs cut is flagged', () => {
  expect([254, 255, 256, 32_767].map((length) => mayBeCut('x'.repeat(length)))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
