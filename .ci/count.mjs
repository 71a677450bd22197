/** "N passed, N failed" over several runs: summaries of trial.mjs, and of Jest. One that is missing is a failure. */
import { readFileSync } from 'node:fs';

const runs = process.argv.slice(2).map((file) => {
  try {
    const run = JSON.parse(readFileSync(file, 'utf8'));
    if ('passed' in run) return run;
    return { passed: run.numPassedTests, failed: run.numFailedTests + run.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
});
const sum = (field) => runs.reduce((total, run) => total + run[field], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
