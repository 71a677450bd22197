const WHY = '1 to 4 people, or hidden so that another figure cannot be worked out. We do not say which.';

/** [c]: never zero, never blank, never a bar. */
export function HiddenTag({ large = false }: { large?: boolean }) {
  return (
    <abbr className={`hidden-tag ${large ? 'large' : ''}`} title={WHY}>
      [c]
    </abbr>
  );
}
