/**
 * Starts to measure what this process works: the answer is called for the milliseconds since, of the clock or of its processor time, whichever is less.
 * A machine that is busy with other things adds to the clock alone.
 */
export function worked(): () => number {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  return () => Math.min(performance.now() - clock, process.cpuUsage(processor).user / 1_000);
}
