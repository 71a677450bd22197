import type { Ask, Recognition } from './recognition.js';

/** People of a language from which on its answers are compared with those of another. */
const FEWEST = 5;
const LANGUAGE = /\b(language|iaith)\b/i;
const NAMES =
  /^(english|cymraeg|welsh|saesneg|gaelic|gàidhlig|gaeilge|irish|scots|polish|polski|[a-z]{2}([-_][a-z]{2})?)$/i;

/**
 * Choices whose answers stand in the language of the form: each answer is met with one language only, though people of every
 * language answered. Each pair of wordings is then one option, which only a person can say.
 * @param sample rows in the order of the labels
 */
export function mixedLanguages(
  { labels, findings, profiles }: Pick<Recognition, 'labels' | 'findings' | 'profiles'>,
  sample: readonly (readonly (string | null)[])[],
): Ask[] {
  const told = labels.findIndex(
    ({ label }, at) => LANGUAGE.test(label) && profiles[at]!.share((value) => NAMES.test(value)) > 0.9,
  );
  if (told < 0) return [];
  return findings.flatMap(({ meaning }, at) => {
    const closed = meaning.as === 'question' && (meaning.kind === 'choice' || meaning.kind === 'scale');
    return at !== told && closed && apart(sample, told, at)
      ? [
          {
            column: labels[at]!.label,
            about: 'languages',
            why: 'The answers stand in more than one language: say which of them are the same.',
          },
        ]
      : [];
  });
}

function apart(sample: readonly (readonly (string | null)[])[], told: number, at: number): boolean {
  const people = new Map<string, number>();
  const languages = new Map<string, Set<string>>();
  for (const cells of sample) {
    const [language, answer] = [cells[told]?.trim(), cells[at]?.trim()];
    if (!language || !answer) continue;
    people.set(language, (people.get(language) ?? 0) + 1);
    languages.set(answer, (languages.get(answer) ?? new Set()).add(language));
  }
  const met = [...people.values()].filter((count) => count >= FEWEST).length;
  return met > 1 && languages.size > met && [...languages.values()].every((own) => own.size === 1);
}
