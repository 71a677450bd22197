import { inSentence, unhashed } from '#statements';

/** What a version is of, for a chair and not for whoever keeps the hub. */
export const METHODS: Readonly<Record<string, string>> = {
  codebook: 'The list of themes',
  coder: 'How the computer reads comments',
  linkageModel: 'How the same people are recognised',
  disclosurePolicy: 'How small numbers are protected',
  geography: 'The map of wards and the census',
};

/** "The list of themes: version 1; how the computer reads comments: version 7". What the versions are called stands on the page of methods. */
export function madeBy(versions: unknown): string {
  const named = (versions ?? {}) as Record<string, unknown>;
  const parts = Object.entries(METHODS).flatMap(([name, words]) => {
    const version = named[name];
    if (typeof version !== 'string' || version === '') return [];
    const numbers = version.split(', ').flatMap((one) => /(\d[\d.]*)$/.exec(unhashed(one))?.[1] ?? []);
    return numbers.length > 0
      ? [`${words}: version${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`]
      : [words];
  });
  return parts.map((part, at) => (at === 0 ? part : inSentence(part))).join('; ');
}
