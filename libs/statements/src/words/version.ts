/** A version without the fingerprint of what it was made from, which says nothing to a reader: "linear-7-2f8c..." is "linear 7". */
export const unhashed = (version: string): string =>
  version.replaceAll(/-[0-9a-f]{12,}/g, '').replaceAll(/([a-z])-(\d)/g, '$1 $2');
