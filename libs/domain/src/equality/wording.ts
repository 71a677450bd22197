/** Letters of other scripts that are drawn as Latin ones: what a keyboard or a copy from a PDF puts in their place. */
const LOOK_ALIKES: Record<string, string> = Object.fromEntries(
  [...'аеорсухіѕԁһАВЕКМНОРСТХІοαΑΒΕΖΗΙΚΜΝΟΡΤΧ'].map((letter, at) => [
    letter,
    [...'aeopcyxisdhABEKMHOPCTXIoaABEZHIKMNOPTX'][at]!,
  ]),
);
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02c8\u2018\u2019\u201b\u2032\uff07]/g;
const DASHES = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u200b-\u200f\u2060\ufeff]/g;

/** An answer in lower case with plain quotes, dashes and single blanks; its punctuation is kept. */
export function foldWording(answer: string): string {
  return (
    answer
      // Before NFKC, which makes a blank and a combining sign of the acute accent that keyboards have.
      .replace(APOSTROPHES, "'")
      .normalize('NFKC')
      .replace(UNSEEN, '')
      .replace(/[\u0370-\u052f]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
      .replace(DASHES, '-')
      // Names of options as XForms tools write them: `prefer_not_to_say`.
      .replace(/(?<=\d)_(?=\d)/g, '-')
      .replace(/(?<=\S)_(?=\S)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
  );
}

/** The numbers that a questionnaire puts before its options: `1. `, `02 - `, `(3) `, `a) `, `[4] `, `A - ` (the letters of the NHS). */
const NUMBERED = /^(?:[([]?\d{1,2} ?[)\].:=-] ?|[([]?[a-z]\d?[)\].] +|[a-z]\d? ?[-:=] +)(?=\D)/;

/**
 * The words of an answer alone: folded, without the option's number, apostrophes and punctuation; `&` and `+` between words are
 * "and". Two answers that differ in case, punctuation or look-alike signs are the same.
 */
export function wordsOfAnswer(answer: string): string {
  return foldWording(answer)
    .replace(NUMBERED, '')
    .replace(/'/g, '')
    .replace(/[&+](?=.)/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
