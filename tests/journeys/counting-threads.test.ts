import { runScript } from '../support/child.js';

/** Threads run built files, so this is a process of its own, as the counting process is one. */
const SCRIPT = `
  import { pathToFileURL } from 'node:url';
  import { assemble, CountingThreads, Kernel, memoryFor, TABLE_AT } from '#counting';
  import { kernelModule } from '#editions';
  const { madeUpEdition, questions } = await import(pathToFileURL('dist/bench/figures/made-up-edition.js').href);
  const { description, main } = assemble(madeUpEdition(200_000, 9_000, 4));
  const memory = memoryFor(description, 3);
  new Uint8Array(memory.buffer, TABLE_AT).set(new Uint8Array(main.who.buffer));
  const module = kernelModule();
  const kernel = new Kernel(module, memory, description, 2);
  const asked = questions(40, 9);
  const right = asked.map((question) => JSON.stringify(kernel.count(question)));
  for (const kernelOrNot of [module, null]) {
    const threads = new CountingThreads({ description, memory, kernel: kernelOrNot }, 2);
    let alone = 0;
    for (const [at, question] of asked.entries()) if (JSON.stringify(await threads.count(question)) === right[at]) alone += 1;
    const together = await Promise.all(asked.map((question) => threads.count(question)));
    const gone = new AbortController();
    const unwanted = asked.map((question) => threads.count(question, gone.signal).then(() => 'answered', () => 'given up'));
    gone.abort();
    const ends = new Set(await Promise.all(unwanted));
    const after = JSON.stringify(await threads.count(asked[0]));
    const refused = await Promise.resolve().then(() => threads.count({ dimensions: ['shoe-size'], filters: {} })).catch((error) => error.name);
    report({ alone, together: together.filter((counted, at) => JSON.stringify(counted) === right[at]).length, ends: [...ends], after: after === right[0], waiting: threads.waiting, refused });
    await threads.close();
  }`;

test('split between threads or each on one, with the kernel or without it, answers are the same; what nobody wants is dropped', async () => {
  const child = runScript(SCRIPT);
  for (const _twin of ['kernel', 'JavaScript'])
    expect(await child.next()).toEqual({
      alone: 40,
      together: 40,
      ends: ['given up'],
      after: true,
      waiting: 0,
      refused: 'RangeError',
    });
  await child.ended;
});
