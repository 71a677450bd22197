import { Linter } from 'eslint';

const { default: urlAsPath } = (await import('../../eslint.url-as-path.js' as string)) as {
  default: import('eslint').Rule.RuleModule;
};

/** Lines on which the rule complains. */
function complaints(text: string): number[] {
  const config = [
    {
      plugins: { house: { rules: { 'url-as-path': urlAsPath } } },
      rules: { 'house/url-as-path': 'error' as const },
    },
  ];
  return new Linter().verify(text, config).map(({ line, message }) => {
    expect(message).toMatch(/fileURLToPath/);
    return line;
  });
}

describe('the address of a file is never taken for its path', () => {
  it.each([
    `const root = new URL('../../', import.meta.url).pathname;`,
    `const tool = new URL('./tool.mjs', import.meta.url); run(tool.pathname);`,
    `const tool = new URL(import.meta.url); function f() { return () => tool['pathname']; }`,
    `const { pathname } = new URL('.', import.meta.url);`,
  ])('%s', (text) => {
    expect(complaints(text)).toEqual([1]);
  });

  it('and the path of a web address is left alone', () => {
    const sound = `
      const url = new URL(request.url, 'http://localhost');
      route(url.pathname);
      const here = fileURLToPath(new URL('.', import.meta.url));
      url.pathname = '/x';`;
    expect(complaints(sound)).toEqual([]);
  });
});
