import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Room {
  tests: string[];
  mutations: [file: string, from: string, to: string][];
}

const { ROOMS } = (await import('../../.ci/mutations.mjs' as string)) as { ROOMS: Record<string, Room> };

/** The mutations themselves take an hour and run in `.ci/long`; that each still finds its place is told here at once. */
describe('written mutations', () => {
  it.each(Object.keys(ROOMS))('of %s stand where they say, once', async (room) => {
    const lost: string[] = [];
    for (const [file, from, to] of ROOMS[room]!.mutations) {
      const text = await readFile(join('libs', room, 'src', file), 'utf8');
      if (text.split(from).length !== 2 || from === to) lost.push(`${file}: ${from}`);
    }
    expect(lost).toEqual([]);
  });

  it('are more than fifty', () => {
    const all = Object.values(ROOMS).flatMap(({ mutations }) => mutations);
    expect(all.length).toBeGreaterThan(50);
  });
});
