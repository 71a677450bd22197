import { two } from '../calendar.js';
import type { Random } from '../random.js';
import type { AgencyEngagement } from '../story/agencies.js';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Ids of answer sheets as each layout writes them, unique within a source. */
export class ExternalIds {
  private readonly counts = new Map<string, number>();
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {}

  next({ source, key }: AgencyEngagement): string {
    const count = (this.counts.get(`${source}/${key}`) ?? 0) + 1;
    this.counts.set(`${source}/${key}`, count);
    if (source.startsWith('council')) return this.anonymous();
    if (source.startsWith('police'))
      return `${source.slice(7).toUpperCase()}-${String(count).padStart(5, '0')}`;
    if (source.startsWith('fft')) return String(20_000 + count);
    if (source === 'gp-access') return `GPS24-${String(count).padStart(4, '0')}`;
    if (source === 'vcs-forms') return `${key}-${String(count).padStart(4, '0')}`;
    return String(count);
  }

  /** `ANON-3F7K-QW2M-9`, as survey platforms number responses. */
  private anonymous(): string {
    for (;;) {
      let id = 'ANON-';
      for (let at = 0; at < 8; at++)
        id += (at === 4 ? '-' : '') + LETTERS.charAt(this.random.int(LETTERS.length));
      id += `-${two(this.random.int(10)).slice(1)}`;
      if (this.used.has(id)) continue;
      this.used.add(id);
      return id;
    }
  }
}
