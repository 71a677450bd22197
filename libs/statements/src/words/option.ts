/** What an option is called where it stands alone: of a ranking each stands there twice, told apart by its code. */
export function optionWords({ code, label }: { code: string; label: string }): string {
  if (code.endsWith('/first')) return `${label}: in first place`;
  return code.endsWith('/top3') ? `${label}: among the first three` : label;
}
