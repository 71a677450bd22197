import 'reflect-metadata';

import { failureLine, hubProgram } from './program.js';

// Whoever reads our output may have seen enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

const program = await hubProgram(process.argv[2] ?? '');
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(failureLine(error));
  process.exitCode = 1;
}
