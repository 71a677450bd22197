import type { Figure } from './figure';
import { range } from './format';
import { HIDDEN } from './hidden';

/** [c]: never zero, never blank, never a bar. */
export function HiddenTag({ large = false }: { large?: boolean }) {
  return (
    <abbr className={`hidden-tag ${large ? 'large' : ''}`} title={HIDDEN}>
      [c]
    </abbr>
  );
}

interface NoNumberProps {
  figure: Figure | null | undefined;
  /** Only of its people are the bounds of a list known. */
  of?: 'people' | 'others';
  large?: boolean;
}

/** In place of a number that is not told: [c], or what is known of a list that is no count of people. */
export function NoNumber({ figure, of = 'people', large = false }: NoNumberProps) {
  const list = figure?.list;
  if (!list) return <HiddenTag large={large} />;
  return (
    <abbr className="no-number" title={list.words}>
      {of === 'people' && list.low != null && list.high != null
        ? range(list.low, list.high)
        : 'not one number'}
    </abbr>
  );
}

/** Why a figure has no number, in a sentence. */
export function WhyNoNumber({ figure }: { figure: Extract<Figure, { __typename: 'SuppressedFigure' }> }) {
  return figure.list ? (
    <>{figure.list.words}.</>
  ) : (
    <>
      <HiddenTag /> {figure.reason}
    </>
  );
}

/** What the hub says under a table that hides something. */
export function HiddenNote({ note }: { note: string | null }) {
  if (!note) return null;
  return (
    <>
      {note.startsWith('Working') || note.startsWith('A person') ? '' : <HiddenTag />} {note}
    </>
  );
}
