/**
 * Runs one command of the hub's command line after another in one process, told by its parent: tests that set a hub up
 * give dozens, and a process of its own costs each over a second. `{ words }` in, `{ code, stdout, stderr }` out.
 */
import 'reflect-metadata';
import { failureLine, hubProgram } from '../../dist/apps/cli/src/program.js';

async function run(words) {
  const written = { stdout: '', stderr: '' };
  const own = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const stream of ['stdout', 'stderr'])
    process[stream].write = (text) => {
      written[stream] += String(text);
      return true;
    };
  process.exitCode = 0;
  try {
    const program = await hubProgram(words[0] ?? '');
    await program.exitOverride().parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!String(error?.code).startsWith('commander.')) written.stderr += failureLine(error);
    process.exitCode = 1;
  } finally {
    for (const stream of ['stdout', 'stderr']) process[stream].write = own[stream];
  }
  return { code: Number(process.exitCode ?? 0), ...written };
}

let last = Promise.resolve();
process.on('message', ({ words }) => {
  last = last.then(async () => process.send(await run(words)));
});
process.on('disconnect', () => process.exit(0));
