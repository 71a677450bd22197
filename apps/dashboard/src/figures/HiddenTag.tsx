import { HIDDEN } from './hidden';

/** [c]: never zero, never blank, never a bar. */
export function HiddenTag({ large = false }: { large?: boolean }) {
  return (
    <abbr className={`hidden-tag ${large ? 'large' : ''}`} title={HIDDEN}>
      [c]
    </abbr>
  );
}

/** What the hub says under a table that hides something. */
export function HiddenNote({ note }: { note: string | null }) {
  if (!note) return null;
  return (
    <>
      {note.startsWith('Working') ? '' : <HiddenTag />} {note}
    </>
  );
}
