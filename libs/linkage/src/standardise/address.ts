import { fold, given } from './text.js';

const SHORT: Record<string, string> = {
  street: 'st', road: 'rd', avenue: 'ave', av: 'ave', lane: 'ln', drive: 'dr', close: 'cl', court: 'ct', crescent: 'cres',
  place: 'pl', square: 'sq', terrace: 'tce', terr: 'tce', gardens: 'gdns', garden: 'gdns', grove: 'gr', park: 'pk', house: 'hse',
  apartment: 'flat', apt: 'flat', unit: 'flat', circuit: 'cct', parade: 'pde', highway: 'hwy', mount: 'mt', saint: 'st', north: 'n',
  south: 's', east: 'e', west: 'w', flt: 'flat',
}; // prettier-ignore

/** An address line as its words, short forms for the usual kinds of street, commas and case gone. */
export function standardiseAddress(value: string | null | undefined): string {
  const text = given(value);
  if (text === '') return '';
  return fold(text)
    .replace(/['’`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => SHORT[word] ?? word)
    .join(' ');
}

/** A place name folded to letters and single spaces. */
export function standardisePlace(value: string | null | undefined): string {
  const text = given(value);
  if (text === '') return '';
  return fold(text)
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
