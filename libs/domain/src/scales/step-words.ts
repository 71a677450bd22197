import { unanswered } from '../unanswered.js';

/** What stands beside a scale although it is an answer: nothing is remembered, known or used. */
const BESIDE =
  /^((i |we )?(don'?t|do not|didn'?t|can'?t|cannot|could not|couldn'?t) (know|remember|say|recall|tell|answer)|dk|not sure|unsure|(no|not) (opinion|view|idea|experience)( .*)?|have(n'?t| not) (used|tried|visited) (it|this|them)|other)( \/.*| \(.*\))?$/;

/** Does an answer stand beside a scale, as no step of it? What says nothing by the one list does. */
export const isBeside = (step: string): boolean => BESIDE.test(step) || unanswered(step) !== null;

/** An answer as it is compared: small letters, codes of tools as words ("much_safer"), no number or mark around it. */
export const plainStep = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^\d+\s*[-.:)=\u2013]\s*(?!\d)/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/[.!]+$/, '')
    .replace(/^neither .*|^neutral$|^neither$/, 'neither')
    .trim();
