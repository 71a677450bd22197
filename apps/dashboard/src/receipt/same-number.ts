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
