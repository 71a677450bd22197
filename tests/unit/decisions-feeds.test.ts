import { atomFeed, dueCalendar } from '#decisions';
import type { HeldDecisionRecord } from '#domain';

const held = (over: Partial<HeldDecisionRecord> = {}): HeldDecisionRecord => ({
  id: '11111111-1111-4111-8111-111111111111', agency: 'city', reference: 'A', origin: 'hub', public: true, title: 'Lamps', decided: 'Mend.',
  decidedOn: '2025-03-04', why: null, willDo: true, notDone: null, notDoneBecause: null, decidedBy: null, model: null, lead: null, portfolio: null,
  engagements: [], themes: [], wards: [], communities: [], priorities: [], evidence: [], quotes: [], version: 1, savedAt: '2025-03-05T10:00:00.123456+00:00',
  actions: [{ what: 'Mend', owner: null, due: '2025-05-31', state: 'done', doneOn: '2025-05-30', because: null, effect: null, effectFigure: null }],
  ...over,
}); // prettier-ignore

test('signs of XML and control characters in words do not break a feed', () => {
  const feed = atomFeed(
    [
      held({
        title: 'Lamps & "lights" <b>\u0007</b>',
        notDone: 'Not every street.',
        notDoneBecause: 'Bats.',
      }),
    ],
    {
      city: 'Plymouth',
      synthetic: true,
      self: '/f?a=1&b=2',
      id: 'https://hub.example.org/f?a=1&b=2',
      agencies: new Map([['city', { name: 'City & Council' }]]),
    },
    '2025-06-01',
  );
  expect(feed).toContain('<title>Lamps &amp; &quot;lights&quot; &lt;b&gt;&lt;/b&gt;</title>');
  expect(feed).toContain('Not done: Not every street, because: Bats.');
  expect(feed).toContain('href="/f?a=1&amp;b=2"');
  expect(feed).toContain('<id>https://hub.example.org/f?a=1&amp;b=2</id>');
  expect(feed).toContain('<author><name>City &amp; Council</name></author>');
  expect(feed).toContain('<updated>2025-03-05T10:00:00.123Z</updated>');
});

test('a calendar holds due days, done ones on the day they were done, and none of what is given up', () => {
  const [done] = held().actions;
  const decision = held({
    actions: [
      done!,
      { ...done!, what: 'Tell; all, of\nthem', state: 'planned', doneOn: null, due: '2025-07-01' },
      { ...done!, state: 'will-not-do', because: 'No money for it.', doneOn: null },
    ],
  });
  const text = dueCalendar([decision], 'What happened', '2025-06-01');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain('DTSTART;VALUE=DATE:20250530\r\nSUMMARY:✓ Mend (Lamps)\r\n');
  expect(text).toContain('SUMMARY:Tell\\; all\\, of\\nthem (Lamps)\r\n');
  expect(text).toContain('DTSTAMP:20250305T100000Z\r\n');
});

test('long lines are folded at 75 octets between whole characters', () => {
  const text = dueCalendar([held({ title: 'ééé💡'.repeat(40) })], 'x', '2025-06-01');
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain('ééé💡'.repeat(40));
});
