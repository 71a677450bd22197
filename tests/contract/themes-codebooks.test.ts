import { crimeKind } from '#domain';
import { checkCodebook, code, findCodebooks, ruleModelOf } from '#themes';

const codebooks = await findCodebooks();

test('the codebook of Safer Plymouth is found at start-up', () => {
  expect([...codebooks.keys()]).toContain('safer-plymouth');
});

describe.each([...codebooks])('codebook %s', (name, folder) => {
  test('codes are unique, every theme has definition, include, exclude, examples, and the rules can be read', () => {
    expect(checkCodebook(folder)).toEqual([]);
    expect(folder.codebook.code).toBe(name);
  });

  test('only broader themes are set beside recorded crime, and only beside kinds that police publish', () => {
    for (const [theme, kinds] of Object.entries(folder.recordedAs ?? {})) {
      expect([theme, folder.codebook.themes.find(({ code: of }) => of === theme)?.parent]).toEqual([
        theme,
        null,
      ]);
      expect([theme, kinds.filter((kind) => crimeKind(kind)?.code !== kind)]).toEqual([theme, []]);
    }
  });

  test('rules code each example of a theme to that theme or one of its kinds', () => {
    if (folder.rules.length === 0) return;
    const themes = folder.codebook.themes.filter((theme) => theme.code !== 'other');
    const missed: string[] = [];
    for (const theme of themes) {
      for (const text of theme.examples) {
        const [coded] = code([{ id: 'a', question: null, text }], folder.codebook, ruleModelOf(folder.rules));
        const found = coded!.assignments.map((assignment) => assignment.theme);
        const parents = found.map((of) => folder.codebook.themes.find((other) => other.code === of)!.parent);
        if (!found.includes(theme.code) && !parents.includes(theme.code))
          missed.push(`${theme.code}: ${text}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

test('a codebook with a code used twice, a missing exclusion or an unreadable rule is refused with the reason', () => {
  const { codebook, rules } = codebooks.get('safer-plymouth')!;
  const [first, ...rest] = codebook.themes;
  const twice = { codebook: { ...codebook, themes: [first!, first!, ...rest] }, rules };
  expect(checkCodebook(twice).join()).toContain('used twice');
  const bare = { codebook: { ...codebook, themes: [{ ...first!, exclude: [] }, ...rest] }, rules };
  expect(checkCodebook(bare).join()).toContain('exclude missing');
  const gap = { codebook, rules: [{ ...rules[0]!, phrases: ['.. drugs'] }] };
  expect(checkCodebook(gap).join()).toContain('Not a phrase');
});
