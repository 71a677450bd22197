import type { CountQuestion } from '#counting';
import type { CountingProcess } from './counting-process.js';

export interface Times {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Processor time of both processes. */
  cpuMsPerQuestion: number;
  /** Processor time of the counting process for one question: what does not hang on who else uses the machine. */
  cpuP95Ms: number;
}

/** Asks one question after the other; the first are asked once before, as a process that has run for a while. */
export async function askAll(counting: CountingProcess, questions: readonly CountQuestion[]): Promise<Times> {
  for (const question of questions.slice(0, 20)) await counting.ask(question);
  return timed(counting, questions, (question) => counting.ask(question));
}

/** Each with its larger sets: one dimension or one filter less. */
export async function askTogether(
  counting: CountingProcess,
  questions: readonly CountQuestion[],
): Promise<Times> {
  return timed(counting, questions, (question) =>
    Promise.all([question, ...largerOf(question)].map((each) => counting.ask(each))),
  );
}

function largerOf({ dimensions, filters }: CountQuestion): CountQuestion[] {
  return [
    ...dimensions.map((_, dropped) => ({
      dimensions: dimensions.filter((_, at) => at !== dropped),
      filters,
    })),
    ...Object.keys(filters).map((dropped) => ({
      dimensions,
      filters: Object.fromEntries(Object.entries(filters).filter(([name]) => name !== dropped)),
    })),
  ];
}

async function timed(
  counting: CountingProcess,
  questions: readonly CountQuestion[],
  ask: (question: CountQuestion) => Promise<unknown>,
): Promise<Times> {
  const [theirs, ours] = [await counting.cpuMs(), process.cpuUsage()];
  const times: number[] = [];
  const costs: number[] = [];
  let before = theirs;
  for (const question of questions) {
    const start = performance.now();
    await ask(question);
    times.push(performance.now() - start);
    const after = await counting.cpuMs();
    costs.push(after - before);
    before = after;
  }
  const { user, system } = process.cpuUsage(ours);
  const cpu = (await counting.cpuMs()) - theirs + (user + system) / 1000;
  for (const all of [times, costs]) all.sort((a, b) => a - b);
  const at = (share: number, all = times): number =>
    round(all[Math.min(all.length - 1, Math.floor(all.length * share))]!);
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    cpuMsPerQuestion: round(cpu / questions.length),
    cpuP95Ms: at(0.95, costs),
  };
}

const round = (value: number): number => Number(value.toFixed(2));
