import { assemble, Kernel, keepPairs, memoryFor, TABLE_AT } from '#counting';
import { kernelModule, writeCache } from '#editions';
import { answersIn, madeUpEdition } from './made-up-edition.js';
import { EDITION_OF_BENCH, MANIFEST_OF_BENCH } from './counting-process.js';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** `builder.js FOLDER ROWS PEOPLE SEED`: a made-up edition as the counting process opens it. */
const [folder, rows, people, seed] = process.argv.slice(2);
const columns = madeUpEdition(Number(rows), Number(people), Number(seed));
const table = assemble(columns);
const { description, main } = table;
const module = kernelModule();
if (!module) throw new Error('the kernel has not been built: npm run build:kernel');
const memory = memoryFor(description, 1);
new Uint8Array(memory.buffer, TABLE_AT).set(new Uint8Array(main.who.buffer));
const into = join(folder!, 'editions', EDITION_OF_BENCH);
mkdirSync(into, { recursive: true });
const kernel = new Kernel(module, memory, description);
writeCache(
  into,
  MANIFEST_OF_BENCH,
  table,
  keepPairs(table, (question) => kernel.count(question)),
);
console.log(
  JSON.stringify({
    rows: answersIn(columns),
    submissions: description.submissions,
    people: description.people,
  }),
);
