import type { MachineChances } from '#store';

import type { Coder } from './coder.js';

type Codebook = Coder['codebook'];

/** Of each codebook once: this is asked of every comment. */
const BROADER = new WeakMap<Codebook, ReadonlyMap<string, string>>();

function broader(codebook: Codebook): ReadonlyMap<string, string> {
  const known = BROADER.get(codebook);
  if (known) return known;
  const made = new Map(
    codebook.themes.flatMap(({ code, parent }) => (parent ? [[code, parent] as const] : [])),
  );
  BROADER.set(codebook, made);
  return made;
}

/** A broader theme is said wherever one of its kinds is. */
export const withParents = (themes: readonly string[], { codebook }: Pick<Coder, 'codebook'>): string[] => {
  const parents = broader(codebook);
  return [...new Set([...themes, ...themes.flatMap((theme) => parents.get(theme) ?? [])])].sort();
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
