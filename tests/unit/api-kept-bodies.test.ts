import { Bodies } from '../../apps/api/src/cached/bodies.js';

const QUESTION = '{"query":"{ editions { nodes { number } } }"}';

test('An answer is kept as the bytes that go over the wire, and found by its question alone', () => {
  const bodies = new Bodies();
  const text = '{"data":{"name":"Efford’s wards"}}';
  const kept = bodies.keep(QUESTION, text, bodies.age);
  expect(kept.bytes.toString('utf8')).toBe(text);
  expect(bodies.find(QUESTION)?.bytes).toBe(kept.bytes);
  expect(bodies.find(`${QUESTION} `)).toBeNull();
});

test('Kept answers hold no more bytes than they may, and each has memory of its own', () => {
  const bodies = new Bodies(2_000);
  // 400 characters, 1,200 bytes: of two of them the older one is forgotten.
  const wide = '’'.repeat(400);
  bodies.keep('first', wide, bodies.age);
  expect(bodies.find('first')).not.toBeNull();
  bodies.keep('second', wide, bodies.age);
  expect(bodies.find('first')).toBeNull();
  const second = bodies.find('second')!.bytes;
  expect([second.length, second.buffer.byteLength]).toEqual([1_200, 1_200]);
});

test('A tag is of the bytes: equal for equal answers, another for another', () => {
  const bodies = new Bodies();
  const [one, same, other] = ['{"data":1}', '{"data":1}', '{"data":2}'].map((text, at) =>
    bodies.keep(`question ${at}`, text, bodies.age),
  );
  expect(one!.tag).toMatch(/^"[\w-]{22}"$/);
  expect(same!.tag).toBe(one!.tag);
  expect(other!.tag).not.toBe(one!.tag);
});

test('A new edition and half a minute end what was kept, and an answer of an edition ago is handed back and not kept', () => {
  let now = 0;
  const bodies = new Bodies(10_000, () => now);
  const { age } = bodies;
  bodies.keep(QUESTION, 'old', age);
  bodies.clear();
  expect(bodies.find(QUESTION)).toBeNull();
  expect(bodies.keep(QUESTION, 'old', age).bytes.toString()).toBe('old');
  expect(bodies.find(QUESTION)).toBeNull();
  bodies.keep(QUESTION, 'new', bodies.age);
  now = 30_001;
  expect(bodies.find(QUESTION)).toBeNull();
});
