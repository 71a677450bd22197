/** Wall and CPU seconds of each stage, all threads of the process counted. */
export class Stopwatch {
  readonly stages: { name: string; seconds: number; cpuSeconds: number }[] = [];
  private open: { name: string; wall: number; cpu: NodeJS.CpuUsage } | undefined;

  /** Ends the running stage and begins another. */
  start(name: string): void {
    this.stop();
    this.open = { name, wall: performance.now(), cpu: process.cpuUsage() };
  }

  stop(): void {
    if (this.open === undefined) return;
    const { user, system } = process.cpuUsage(this.open.cpu);
    const seconds = (performance.now() - this.open.wall) / 1000;
    this.stages.push({ name: this.open.name, seconds, cpuSeconds: (user + system) / 1e6 });
    this.open = undefined;
  }

  /** CPU seconds of the named stages, or of all. */
  cpu(...names: string[]): number {
    const counted =
      names.length === 0 ? this.stages : this.stages.filter((stage) => names.includes(stage.name));
    return counted.reduce((sum, stage) => sum + stage.cpuSeconds, 0);
  }

  wall(): number {
    return this.stages.reduce((sum, stage) => sum + stage.seconds, 0);
  }
}
