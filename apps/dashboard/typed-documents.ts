import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\)/g;

/**
 * Puts the generated document in the place of each question's text. Otherwise every text of every page stands in one table beside its
 * document, and whoever opens the first page fetches all of them twice.
 * @param generated path of the generated documents
 */
export function typedDocuments(generated: string): Plugin {
  return {
    name: 'typed-documents',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || dirname(id) === dirname(generated) || !code.includes('graphql(`'))
        return null;
      const names = new Set<string>();
      const replaced = code.replaceAll(CALL, (_, kind: string, name: string) => {
        const document = name + (kind === 'fragment' ? 'FragmentDoc' : 'Document');
        names.add(document);
        return document;
      });
      const path = relative(dirname(id), generated).replaceAll('\\', '/');
      return { code: `import { ${[...names].join(', ')} } from '${path}';\n${replaced}`, map: null };
    },
  };
}
