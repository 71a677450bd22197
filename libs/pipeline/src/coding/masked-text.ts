/** The text with what is personal taken out, so that nobody is found, grouped or learned by a name. */
export function maskedText(text: string, masks: readonly { start: number; end: number }[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of [...masks].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    rest += `${text.slice(at, Math.max(at, start))} `;
    at = end;
  }
  return rest + text.slice(at);
}
