const WIDTH = 28;

/** A bar that redraws itself on a terminal, and plain lines where there is none. */
export class Progress {
  constructor(
    private readonly write: (text: string) => void,
    private readonly redraws: boolean,
  ) {}

  /** @param share of the whole that is done, 0 to 1 */
  step(what: string, share: number): void {
    const filled = Math.round(share * WIDTH);
    const line = `[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${String(Math.round(share * 100)).padStart(3)}%  ${what}`;
    this.write(this.redraws ? `\r\u001b[2K${line}` : `${line}\n`);
  }

  finish(what: string): void {
    this.step(what, 1);
    if (this.redraws) this.write('\n');
  }
}

export const progressOnStderr = (): Progress =>
  new Progress((text) => void process.stderr.write(text), process.stderr.isTTY === true);
