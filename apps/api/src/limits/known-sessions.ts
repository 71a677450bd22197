import { markSessionUsed, type Database } from '#store';
import { Session } from '../sign-in/session.js';

const MOST = 5_000;
const LASTS_MS = 60_000;

/** Sessions that were looked up lately, so that a cookie is believed without a question to the database each time. */
export class KnownSessions {
  private readonly known = new Map<string, { until: number; sender: boolean }>();

  constructor(private readonly workbench: Database) {}

  /** Was it looked up within the last minute? It may have ended since: rights are asked of the database all the same. */
  find(hash: string): { sender: boolean } | null {
    const found = this.known.get(hash);
    return found && found.until > Date.now() ? found : null;
  }

  /** @returns null where there is no such session */
  async lookUp(hash: string): Promise<{ sender: boolean } | null> {
    const session = new Session(this.workbench, hash);
    const viewer = await session.viewer();
    if (!viewer) return null;
    // Once a minute is often enough to tell a session that is used from one that was left.
    await session.work(markSessionUsed);
    const found = {
      until: Date.now() + LASTS_MS,
      sender: viewer.roles.includes('partner') || viewer.roles.includes('lead'),
    };
    this.known.delete(hash);
    this.known.set(hash, found);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST) break;
      this.known.delete(oldest);
    }
    return found;
  }
}
