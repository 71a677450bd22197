import { markSessionUsed, type Database } from '#store';
import { Session } from '../sign-in/session.js';

const MOST = 5_000;
const LASTS_MS = 60_000;

/** Sessions that were looked up lately, so that a cookie is believed without a question to the database each time. */
export class KnownSessions {
  /** Hash of a session -> until when it is believed. */
  private readonly known = new Map<string, number>();

  constructor(private readonly workbench: Database) {}

  /** Was it looked up within the last minute? It may have ended since: rights are asked of the database all the same. */
  isKnown(hash: string): boolean {
    return (this.known.get(hash) ?? 0) > Date.now();
  }

  /** @returns whether there is such a session */
  async lookUp(hash: string): Promise<boolean> {
    const session = new Session(this.workbench, hash);
    if (!(await session.viewer())) return false;
    // Once a minute is often enough to tell a session that is used from one that was left.
    await session.work(markSessionUsed);
    this.known.delete(hash);
    this.known.set(hash, Date.now() + LASTS_MS);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST) break;
      this.known.delete(oldest);
    }
    return true;
  }
}
