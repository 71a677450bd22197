/** Most letters of a key that is made from a label. */
const LONGEST = 60;

/** A short number for a text, the same everywhere and always (FNV-1a, 32 bits, base 36). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Makes keys out of wordings, each another one: long wordings that begin alike differ by a fingerprint of the whole. */
export class KeyMaker {
  private readonly used = new Set<string>();

  key(wording: string): string {
    const plain =
      wording
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'question';
    const short =
      plain.length <= LONGEST ? plain : `${plain.slice(0, 48).replace(/-+$/, '')}-${fingerprint(plain)}`;
    let key = short;
    for (let copy = 2; this.used.has(key); copy++) key = `${short}-${copy}`;
    this.used.add(key);
    return key;
  }
}
