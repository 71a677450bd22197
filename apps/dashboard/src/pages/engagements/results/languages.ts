const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });

/** What a language is called in English, by its code: "Welsh"; the code itself where it has no name. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
