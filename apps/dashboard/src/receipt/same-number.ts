import { isPublished, withheldReason, type Figure } from '../figures/figure';
import { count, day } from '../figures/format';
import type { ReceiptFigure } from './accounted';

export interface Outcome {
  same: boolean;
  words: string;
}

const shown = (figure: Figure): string =>
  isPublished(figure) ? count(figure.people.value) : (figure.list?.words ?? withheldReason(figure) ?? '[c]');

const counted = (figure: Figure): string =>
  isPublished(figure)
    ? JSON.stringify([
        figure.people,
        figure.submissions.value,
        figure.arguments.value,
        figure.share,
        figure.rate,
      ])
    : (figure.list?.words ?? withheldReason(figure) ?? '[c]');

/** Is it still the same number? */
export function compared(before: ReceiptFigure, now: ReceiptFigure | undefined, at: string): Outcome {
  if (!now) return { same: false, words: `Run again today at ${at}: the figure is no longer there.` };
  if (counted(before) === counted(now)) {
    return { same: true, words: `✓ Run again today at ${at}: ${shown(now)}, the same number` };
  }
  const why = now.working
    ? 'Working figures move as deliveries come in.'
    : 'A published edition must not move: tell us with “This looks wrong”.';
  return { same: false, words: `Run again today at ${at}: ${shown(now)}, before ${shown(before)}. ${why}` };
}

/** "codebook safer-plymouth 1, coder ...": whatever versions the hub names, in its order. */
export function versionLine(versions: unknown): string {
  if (!versions || typeof versions !== 'object') return '';
  return Object.entries(versions)
    .filter(([, version]) => version !== null && version !== undefined && version !== '')
    .map(
      ([name, version]) =>
        `${spaced(name)} ${unhashed(typeof version === 'object' ? JSON.stringify(version) : String(version))}`,
    )
    .join(', ');
}

/** A version without the fingerprint of what it was made from, which says nothing to a reader: "linear-7-2f8c..." is "linear 7". */
export const unhashed = (version: string): string =>
  version.replaceAll(/-[0-9a-f]{12,}/g, '').replaceAll(/([a-z])-(\d)/g, '$1 $2');

/** "disclosurePolicy" and "disclosure_policy" as "disclosure policy". */
export const spaced = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();

interface Cited {
  figure: ReceiptFigure;
  title: string;
  city: string;
  synthetic: boolean;
  address: string;
}

/** One paragraph that lets a reader find the same number again. */
export function citation({ figure, title, city, synthetic, address }: Cited): string {
  const link = new URL(address);
  if (figure.edition) link.searchParams.set('edition', String(figure.edition.number));
  const edition = figure.edition
    ? `edition ${figure.edition.number}, published ${day(figure.edition.publishedAt)}, fingerprint ${figure.edition.fingerprint}`
    : 'working figures, NOT PUBLISHED, do not quote';
  const madeUp = synthetic ? ' Synthetic data: every person is made up.' : '';
  return `${title}. Co-operative Brain ${city}, ${edition}, figure ${figure.id}. ${figure.definition}${madeUp} ${link.toString()}`;
}
