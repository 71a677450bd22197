import { type DemographicField, repairText, type SupportAct } from '#domain';
import { labelKey } from '../mapping/labels.js';
import type { RespondentField } from './fields.js';

export type QuestionKind =
  'free-text' | 'choice' | 'multi-choice' | 'scale' | 'matrix' | 'ranking' | 'number' | 'vote';

/** What one column is taken for, before mappings are spoken of. */
export type Meaning =
  | {
      as: 'ignore';
      what: string;
      /** Is it a detail that tells answers apart, and worth a question where it differs between rows? */
      detail?: true;
    }
  | { as: 'submission-id' }
  | { as: 'date' }
  | { as: 'respondent'; field: RespondentField }
  | {
      as: 'demographic';
      characteristic: DemographicField;
      /** Codes of answers as given, where the library's readings do not hold. */
      stands?: Readonly<Record<string, string | null>>;
    }
  | { as: 'place' }
  | { as: 'channel' }
  | { as: 'consent' }
  | { as: 'status' }
  | { as: 'support'; act: SupportAct }
  | {
      as: 'question';
      kind: QuestionKind;
      options: string[];
      items: string[];
      delimiter: string | null;
      decimalComma: boolean;
      /** What cells stand for, where it is certain: 1 and 0 under a question to be answered with yes or no. */
      stands?: Readonly<Record<string, string>>;
    };

export interface Finding {
  meaning: Meaning;
  /** 0 to 1. Below 0.6 a person should look twice. */
  confidence: number;
  /** One sentence: what in cells or label led to it. Never quotes a cell. */
  reason: string;
  /** A question for a person; null where there is none. */
  ask: { about: string; why: string } | null;
}

export const finding = (
  meaning: Meaning,
  confidence: number,
  reason: string,
  ask: Finding['ask'] = null,
): Finding => ({ meaning, confidence, reason, ask });

export interface Hints {
  /** Mark that the layout uses between the options of a cell. */
  delimiter: string | null;
  /** Does it stand behind the last option too? */
  closes?: boolean;
}

/** A label or an option as people should read it: a tool's character references, tags and broken letters are mended, blanks single. */
export const meant = (wording: string): string =>
  repairText(wording)
    .text.replace(/\s+/g, ' ')
    // Emphasis as forms write it down: "Rank these: *Skate ramp*".
    .replace(/(?<![\p{L}\p{N}*])(\*{1,2})(?=[^\s*])([^*]+)(?<=[^\s*])\1(?![\p{L}\p{N}*])/gu, '$2')
    .trim();

/** Of a label that a program may have written as one word, the same: "ReviewState" as "review state". */
export const wordsWithin = (label: string): string => wordsOf(label.replace(/([a-z])([A-Z])/g, '$1 $2'));

/** A label as it is compared: small letters, no marks that only programs write. */
export const wordsOf = (label: string): string =>
  labelKey(label)
    // The groups before a question; the stroke of "Y/N" and "M/F" parts none.
    .replace(/^.*(?<!\b(?:y|yes|n|m|f|w|male|female|and|s?he|his|him|her))\/(?=[^/]+$)/, '')
    // The path to a name within a JSON object: "data.your_name".
    .replace(/^(?:[a-z_]\w{2,}\.)+(?=[a-z_]\w{2,}$)/, '')
    // ODK's groups before a dash: "group_a-your_name"; words that hold a dash themselves stay whole.
    .replace(/^(?:meta-|[a-z][a-z0-9]*_\w*(?<!_(?:e|co|post|drop|follow))-)+(?=[a-z]+_[a-z_]+$)/, '')
    .replace(
      /^(?:about|person|personal|details|demographics?|equality|profile|respondent|background)-(?=[a-z]+_[a-z_]+$)/,
      '',
    )
    // LimeSurvey's codes before its own words: "startlanguage. Start language".
    .replace(
      /^(id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr|refurl|token)\. (?=\S)/,
      '',
    )
    .replace(/[_]+/g, ' ')
    // Forms that talk: "Hi! What's your *first name*?"
    .replace(/\*+(?=\S)([^*]+)\*+/g, '$1')
    .replace(
      /^((hi|hello|hey|welcome|thanks|thank you|great|ok|okay|first( of all| up| things first)?|nice to meet you|finally|lastly)( there)?[!,.…]+\s+)+(?=\S)/,
      '',
    )
    .replace(/^[\s:#*-]+(?=\S)|[\s:*]+$/g, '')
    .trim();

/** A column that is left out because it is nobody's answer. */
export const left = (what: string, confidence: number): Finding =>
  finding({ as: 'ignore', what }, confidence, `Nobody’s answer: ${what}.`);

/** A question that people answered in their own words. */
export const text = (): Meaning => ({
  as: 'question',
  kind: 'free-text',
  options: [],
  items: [],
  delimiter: null,
  decimalComma: false,
});
export const ask = (about: string, why: string): Finding['ask'] => ({ about, why });
/** A question with answers of one kind. */
export const answers = (kind: QuestionKind, more: Partial<Meaning & { as: 'question' }> = {}): Meaning => ({
  as: 'question',
  kind,
  options: [],
  items: [],
  delimiter: null,
  decimalComma: false,
  ...more,
});
