import type { MachineChances } from '#store';

import type { Coder } from './coder.js';

/** A broader theme is said wherever one of its kinds is. */
export const withParents = (themes: readonly string[], { codebook }: Pick<Coder, 'codebook'>): string[] => {
  const parents = codebook.themes.flatMap(({ code, parent }) =>
    themes.includes(code) && parent ? [parent] : [],
  );
  return [...new Set([...themes, ...parents])].sort();
};

/** What the coder says of one comment: what it only suggested is what it nearly gave. */
export const saidBy = (
  { submission, person, agency, assigned, chances }: MachineChances,
  coder: Pick<Coder, 'codebook'>,
) => ({
  responseId: submission,
  person,
  agency,
  assigned: withParents(assigned, coder),
  near: withParents(Object.keys(chances), coder),
});
