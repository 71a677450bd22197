/** What a change says, and its range apart, which never wraps: the last brackets of it, as the name of a series may have its own. */
export function changeAndRange(words: string): { said: string; range: string | null } {
  const [, said = words, range = null] = /^(.*) \(([^()]*)\)$/s.exec(words) ?? [];
  return { said, range };
}
