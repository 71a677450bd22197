import type { Counted, CountQuestion } from '#counting';
import { Busy, Flights } from '../../libs/editions/src/counting-service/flights.js';
import { lines } from '../../libs/editions/src/counting-service/protocol.js';

const FILES = { folder: 'edition-00001-0', manifest: '0'.repeat(64) };
const about = (ward: string): CountQuestion => ({ dimensions: ['theme'], filters: { ward: [ward] } });

/** A counter whose answers come when the test says so. */
function slow() {
  const asked: { question: CountQuestion; signal: AbortSignal; land(answer: unknown): void }[] = [];
  const flights = new Flights(
    (_files, question, signal) =>
      new Promise<Counted>((resolve) =>
        asked.push({ question, signal, land: resolve as (answer: unknown) => void }),
      ),
    2,
  );
  return { asked, flights };
}

describe('questions on their way to the counting engine', () => {
  test('equal ones are counted once, however their filters are written', async () => {
    const { asked, flights } = slow();
    const filters = { ward: ['E1', 'E2'], sex: ['female'] };
    const turned = { sex: ['female'], ward: ['E2', 'E1'] };
    const both = [
      flights.ask(FILES, { dimensions: [], filters }),
      flights.ask(FILES, { dimensions: [], filters: turned }),
    ];
    expect(asked).toHaveLength(1);
    asked[0]!.land('the answer');
    expect(await Promise.all(both.map(({ answer }) => answer))).toEqual(['the answer', 'the answer']);
    flights.ask(FILES, { dimensions: [], filters });
    expect(asked).toHaveLength(2);
  });

  test('questions of different editions or dimensions are different', () => {
    const { asked, flights } = slow();
    flights.ask(FILES, about('E1'));
    flights.ask({ ...FILES, folder: 'edition-00002-0' }, about('E1'));
    expect(asked).toHaveLength(2);
  });

  test('over the cap the answer is “busy” at once; an equal question still joins', async () => {
    const { asked, flights } = slow();
    flights.ask(FILES, about('E1'));
    flights.ask(FILES, about('E2'));
    expect(() => flights.ask(FILES, about('E3'))).toThrow(Busy);
    const joined = flights.ask(FILES, about('E2'));
    asked[1]!.land('two');
    expect(await joined.answer).toBe('two');
    flights.ask(FILES, about('E3'));
    expect(asked).toHaveLength(3);
  });

  test('is given up when the last who waits has left, not before', () => {
    const { asked, flights } = slow();
    const first = flights.ask(FILES, about('E1'));
    const second = flights.ask(FILES, about('E1'));
    first.leave();
    first.leave();
    expect(asked[0]!.signal.aborted).toBe(false);
    second.leave();
    expect(asked[0]!.signal.aborted).toBe(true);
    flights.ask(FILES, about('E1'));
    expect(asked).toHaveLength(2);
  });
});

test('lines come whole, however the stream is cut', () => {
  const heard: string[] = [];
  const take = lines((line) => heard.push(line));
  for (const piece of ['{"a', '":1}\n{"b":2}', '\n', '\n{"c":', '3}\n']) take(piece);
  expect(heard).toEqual(['{"a":1}', '{"b":2}', '{"c":3}']);
});
