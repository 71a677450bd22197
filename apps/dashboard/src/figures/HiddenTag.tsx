import { withheldReason, type Figure } from './figure';
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
  const why = withheldReason(figure);
  if (why)
    return (
      <WithheldTag code={figure?.__typename === 'SuppressedFigure' ? figure.withheld : null} why={why} />
    );
  if (!list) return <HiddenTag large={large} />;
  return (
    <abbr className="no-number" title={list.words}>
      {of === 'people' && list.low != null && list.high != null
        ? range(list.low, list.high)
        : 'not one number'}
    </abbr>
  );
}

const SHORT: Readonly<Record<string, string>> = {
  'still-learning': 'still learning',
  'city-only': 'city only',
  'agency-not-checked': 'not checked',
  'several-themes': 'one at a time',
  'to-be-re-coded': 'to be re-coded',
};

/** In place of a number that its theme's grade withholds. */
export function WithheldTag({ code, why }: { code: string | null | undefined; why: string }) {
  return (
    <abbr className="no-number" title={why}>
      {SHORT[code ?? ''] ?? 'not told'}
    </abbr>
  );
}

/** Why a figure has no number, in a sentence. */
export function WhyNoNumber({ figure }: { figure: Extract<Figure, { __typename: 'SuppressedFigure' }> }) {
  if (figure.withheld) return <>{figure.reason}</>;
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
      {note.startsWith('Fewer than') ? <HiddenTag /> : ''} {note}
    </>
  );
}
