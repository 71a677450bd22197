import { FileProblem } from './problem.js';

/** Bytes of files that may be held at once: two of the largest, or very many of the usual size. */
const MOST_HELD = 400 * 1024 * 1024;

/** Keeps account of the files that are held in memory, so that many large ones at once can't take all of it. */
export class Room {
  private held = 0;

  constructor(private readonly most = MOST_HELD) {}

  /**
   * Takes room before a byte of a body is read.
   * @returns gives it back; may be called twice
   * @throws FileProblem 503 where there is none just now
   */
  take(bytes: number): () => void {
    if (this.held > 0 && this.held + bytes > this.most)
      throw new FileProblem(
        503,
        'busy',
        'Too many large files are being read just now. Nothing was kept; try again in a moment.',
        5,
      );
    this.held += bytes;
    let given = false;
    return () => {
      if (!given) this.held -= bytes;
      given = true;
    };
  }
}
