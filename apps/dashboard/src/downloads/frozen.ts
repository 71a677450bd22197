/** The address of what is shown, with the edition written into it: it shows these figures for ever. */
export function frozenAddress(href: string, edition: number | null): string {
  const link = new URL(href);
  if (edition !== null) link.searchParams.set('edition', String(edition));
  link.hash = '';
  return link.toString();
}
