import type { DemographicField } from '#domain';
import { labelKey } from './labels.js';
import { parseDate } from './dates.js';
import type { ColumnRule } from './schema.js';

export interface RuleSuggestion {
  rule: ColumnRule;
  /** 0 to 1: how sure the suggestion is. Below 0.6 a person should look twice. */
  confidence: number;
  /** One sentence: what in the label or in the cells led to it. Never quotes a cell. */
  reason: string;
}

type Maker = (column: string) => ColumnRule;

const respondent =
  (field: Extract<ColumnRule, { as: 'respondent' }>['field']): Maker =>
  (column) => ({ as: 'respondent', column, optional: false, field, order: 'auto' });
const demographic =
  (characteristic: DemographicField): Maker =>
  (column) => ({ as: 'demographic', column, optional: false, characteristic, values: {} });
const ignore: Maker = (column) => ({ as: 'ignore', column, optional: true });

/** Labels as partners write them, most telling first; what must never be taken in (addresses of machines) comes before all. */
const BY_LABEL: [pattern: RegExp, make: Maker, confidence: number][] = [
  [
    /\bip( address)?\b|user ?agent|\bdevice\b|latitude|longitude|easting|northing|[xy] ?coord?\b/,
    ignore,
    0.9,
  ],
  [/\b(tags?|analyst|notes?|internal)\b$|^start time$|duration|started|last modified/, ignore, 0.6],
  [
    /^(response|submission|record|survey|unique|row|comment)[ _-]?(id|ref(erence)?|no|number)$|^(id|reference|ref)$/,
    (column) => ({ as: 'submission-id', column, optional: false }),
    0.9,
  ],
  [
    /^(participant|respondent|user|person|client|patient|pt|login)[ _-]?(id|ref|no|number)?$/,
    respondent('systemId'),
    0.7,
  ],
  [/\bnhs\b/, respondent('nhsNumber'), 0.9],
  [/e-?mail/, respondent('email'), 0.9],
  [/\b(phone|telephone|tel|mobile)\b/, respondent('phone'), 0.9],
  [/post ?code|^pcode$|postal code|\bzip\b/, respondent('postcode'), 0.95],
  [/date of birth|\bdob\b|\bborn\b|birth ?date/, respondent('dateOfBirth'), 0.95],
  [/(first|given|fore) ?name|^forename$/, respondent('givenName'), 0.95],
  [/(last|family|sur) ?name|^surname$/, respondent('familyName'), 0.95],
  [/^(your |full |contact |respondent )?name$|what is your name/, respondent('fullName'), 0.85],
  [/\baddress\b/, respondent('address'), 0.75],
  [/^age\b|age (group|band|range)|how old/, demographic('age'), 0.9],
  [/\bgender\b/, demographic('gender'), 0.85],
  [/^sex$|what is your sex|\byour sex\b/, demographic('sex'), 0.9],
  [/ethnic/, demographic('ethnic-group'), 0.9],
  [/disab|long.term (health )?condition/, demographic('disability'), 0.85],
  [/relig|faith|belief/, demographic('religion'), 0.85],
  [/sexual (orientation|identity)|sexuality/, demographic('sexual-orientation'), 0.85],
  [/\bcarer?\b|caring responsib/, demographic('carer'), 0.6],
  [/tenure|rent or own/, demographic('tenure'), 0.7],
  [/employment|working status/, demographic('employment'), 0.7],
  [
    /\borganisation\b|\bon behalf of\b|\b(community )?group\b|\bclub\b/,
    (column) => ({ as: 'community', column, optional: false, kind: 'organisation', values: {} }),
    0.6,
  ],
  [
    /\b(date|submitted|completed|completion time|timestamp|time ?stamp|datetime)\b/,
    (column) => ({ as: 'date', column, optional: false, order: 'auto' }),
    0.85,
  ],
  [
    /\b(ward|neighbou?rhood|locality|parish)\b/,
    (column) => ({ as: 'place', column, optional: false, values: {} }),
    0.75,
  ],
  [
    /\b(channel|method|data source|survey type|contact type)\b/,
    (column) => ({ as: 'channel', column, optional: false, values: {} }),
    0.7,
  ],
];

/** What a column most likely means, by its label and, where that tells nothing, by its cells. */
export function suggestRule(label: string, cells: readonly (string | null)[]): RuleSuggestion {
  const key = labelKey(label).replace(/[_]+/g, ' ');
  // Long labels are questions: a word in them ("date", "address") says little about what the answer is.
  const question = key.length > 60 || key.endsWith('?');
  for (const [pattern, make, confidence] of BY_LABEL) {
    if (!pattern.test(key)) continue;
    if (
      question &&
      confidence < 0.9 &&
      !/^(what|which|how|are|do) .{0,40}\b(your|you|old|age|sex|gender|disab|ethnic|relig)/.test(key)
    )
      continue;
    return {
      rule: make(label),
      confidence: question ? confidence - 0.2 : confidence,
      reason: 'By the words of its label.',
    };
  }
  return byCells(label, cells);
}

const slug = (label: string): string =>
  labelKey(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'question';

function byCells(label: string, cells: readonly (string | null)[]): RuleSuggestion {
  const filled = cells.filter((cell) => cell !== null && cell.trim() !== '') as string[];
  if (filled.length === 0)
    return { rule: ignore(label), confidence: 0.3, reason: 'No cell of the sample holds anything.' };
  const share = (test: (cell: string) => boolean): number => filled.filter(test).length / filled.length;
  if (share((cell) => /^\S+@\S+\.\S+$/.test(cell)) > 0.6)
    return {
      rule: respondent('email')(label),
      confidence: 0.8,
      reason: 'The cells look like e-mail addresses.',
    };
  if (share((cell) => /^[A-Z]{1,2}\d[A-Z0-9]?\s*\d[A-Z]{2}$/i.test(cell.trim())) > 0.6)
    return {
      rule: respondent('postcode')(label),
      confidence: 0.85,
      reason: 'The cells look like postcodes.',
    };
  if (share((cell) => /\D/.test(cell) && parseDate(cell, 'day-first') !== null) > 0.8)
    return {
      rule: { as: 'date', column: label, optional: false, order: 'auto' },
      confidence: 0.6,
      reason: 'The cells look like dates.',
    };
  const distinct = new Set(filled).size;
  const question = { as: 'question', column: label, optional: false, key: slug(label), values: {} } as const;
  if (share((cell) => /^-?\d+(\.\d+)?$/.test(cell)) === 1) {
    const looksLikeId = distinct === filled.length && filled.length > 5;
    return looksLikeId
      ? { rule: ignore(label), confidence: 0.3, reason: 'Every cell is another number: perhaps an id.' }
      : { rule: { ...question, kind: 'number' }, confidence: 0.6, reason: 'Every cell is a number.' };
  }
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
  if (share((cell) => cell.includes(';')) > 0.3 && length < 200)
    return {
      rule: { ...question, kind: 'multi-choice', delimiter: ';' },
      confidence: 0.6,
      reason: 'The cells hold several options parted by semicolons.',
    };
  if (length > 40 || distinct > Math.max(12, filled.length * 0.6))
    return {
      rule: { ...question, kind: 'free-text' },
      confidence: length > 40 ? 0.8 : 0.5,
      reason: 'The cells are long or all different: free text.',
    };
  return {
    rule: { ...question, kind: 'choice' },
    confidence: 0.6,
    reason: `The cells repeat ${distinct} different answers.`,
  };
}
