/** Codes of a codebook's themes that a category of recorded crime answers to; none where the codebook names none. */
export async function themesOfRecordedCrime(code: string): Promise<string[]> {
  const { findCodebooks } = await import('#themes');
  const categories = (await findCodebooks()).get(code)?.policeCategories ?? {};
  return Object.keys(categories)
    .filter((theme) => (categories[theme] ?? []).length > 0)
    .sort();
}
