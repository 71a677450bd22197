import { fingerprint } from '#domain';

/** Most letters of a key that is made from a label. */
const LONGEST = 60;

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
