/** Kinds of recorded crime that themes answer to, by codebook and theme, as the codebooks' folders say: what an edition is published with. */
export async function kindsOfThemes(): Promise<Record<string, Record<string, string[]>>> {
  const themes = await import('#themes');
  return themes.kindsOfThemes();
}
