import type { DraftPartsFragment } from '../../gql/graphql';

export type Draft = DraftPartsFragment;
export type DraftTheme = Draft['themes'][number];
export type DraftRun = Draft['runs'][number];
export type Coding = NonNullable<DraftRun['coding']>;

/** A code out of a name: lower-case words joined by hyphens. */
export const codeOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');

/** Codings that are done, the latest first. */
export const codingsOf = ({ runs }: Draft): { run: DraftRun; coding: Coding }[] =>
  runs.flatMap((run) => (run.coding ? [{ run, coding: run.coding }] : []));

/** How many themes are kept, merged, dropped and open, as a heading. */
export function shapedSoFar(themes: readonly DraftTheme[]): string {
  const of = (state: DraftTheme['state']): number => themes.filter((theme) => theme.state === state).length;
  const open = of('OPEN');
  const kept = `${of('KEPT')} of ${themes.length} themes are kept`;
  return open > 0 ? `${kept}, ${open} ${open === 1 ? 'is' : 'are'} to decide` : `${kept}, all are decided`;
}
