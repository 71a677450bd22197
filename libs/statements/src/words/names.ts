/** "Litter, noise and drugs". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  // A comma before the last "and" where the words hold one of their own.
  const comma = words.some((word) => word.includes(' and ')) ? ',' : '';
  return `${words.slice(0, -1).join(', ')}${comma} and ${words.at(-1)}`;
}

/** A name inside a sentence: capitals only where the words themselves have them (CCTV). */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** Names at the head of a sentence: the first as it is, the others as inside. */
export function names(some: readonly string[]): string {
  const [first, ...more] = some;
  return first === undefined ? '' : listed([first, ...more.map(inSentence)]);
}

/** "+30%", "−8%": whole percents with their sign. */
export function signedPercent(share: number): string {
  const whole = Math.round(Math.abs(share) * 100);
  if (whole === 0) return '0%';
  return `${share > 0 ? '+' : '−'}${whole}%`;
}
