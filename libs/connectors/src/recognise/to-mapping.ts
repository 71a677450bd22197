import { listOrder } from '#domain';
import type { SheetMapping, SheetMappingInput } from '../mapping/schema.js';
import { sheetMapping } from '../mapping/schema.js';
import { asWritten, codesOf, labelsAsWritten, valuesOf } from './key/as-written.js';
import { KeyMaker } from './keys.js';
import { languageOf } from './languages.js';
import { meant } from './meaning.js';
import type { Group } from './group.js';
import { declaredList } from './declared-list.js';
import type { Recognition } from './recognition.js';
import { questionAlone } from './stems.js';
import { BLANK_WORDS, isNone } from './words.js';

type RuleInput = SheetMappingInput extends { columns?: (infer R)[] } ? R : never;

export interface Named {
  /** Key and title of the engagement; what the file is called, unless a person says better. */
  key: string;
  title: string;
}

/** A mapping holds no more rules than this; see the schema. */
const MOST_RULES = 2_000;
/** A longer label is no name of a column: it is told by its place. */
const LONGEST_LABEL = 2_000;

const refTo = (recognition: Recognition, at: number): string | number => {
  const { label } = labelsAsWritten(recognition)[at]!;
  return label !== '' && label.length <= LONGEST_LABEL ? label : at + 1;
};

/** The same as a key of a JSON object. */
const keyTo = (recognition: Recognition, at: number): string => {
  const ref = refTo(recognition, at);
  return typeof ref === 'number' ? `#${ref}` : ref;
};

const cut = (text: string): string => text.slice(0, 5_000);

/** The mapping that reads the sheet as it was recognised: complete, valid, and a proposal that a person may change. */
export function toMapping(recognition: Recognition, named: Named): SheetMapping {
  const { labels, structure, leaveOut, lines, layout } = recognition;
  const keys = new KeyMaker();
  const columns: RuleInput[] = [];
  const done = new Set<number>();
  labels.forEach((_, at) => {
    if (done.has(at)) return;
    const group = recognition.groups.find((candidate) => candidate.columns.includes(at));
    if (group) {
      columns.push(groupRule(recognition, group, keys));
      for (const column of group.columns) done.add(column);
      return;
    }
    if ([...recognition.languages.values()].some((others) => others.includes(at))) return;
    const twin = recognition.groups.some((candidate) => candidate.twin === at);
    columns.push(
      twin || countsAgain(recognition, at)
        ? { as: 'ignore', column: refTo(recognition, at) }
        : columnRule(recognition, at, keys),
    );
  });
  return sheetMapping.parse({
    layout: {
      rows: 'recognised',
      rowsAs: {},
      ...(recognition.sheet === null
        ? {}
        : { sheet: recognition.sheet, otherSheets: recognition.otherSheets }),
      ...(recognition.shortRows ? { shortRows: 'pad' } : {}),
    },
    engagement: named,
    columns: columns.length ? columns.slice(0, MOST_RULES) : [{ as: 'ignore', column: 1 }],
    ...(columns.length > MOST_RULES ? { otherColumns: 'ignore' as const } : {}),
    blanks: [...new Set([...BLANK_WORDS, ...(layout?.layout.blanks ?? [])])],
    leaveOut: leaveOut.map(({ column, ...rule }) => ({
      ...rule,
      column: refTo(recognition, column),
      values: asWritten(recognition, column, rule.values),
    })),
    ...(lines
      ? {
          lines: {
            person: lines.personLabel,
            ...(lines.questionLabel === null ? {} : { question: lines.questionLabel }),
            ...(lines.answerLabel === null ? {} : { answer: lines.answerLabel }),
          },
        }
      : {}),
    ...(structure.headerRows.length === 0 && !recognition.labels.length ? { otherColumns: 'ignore' } : {}),
  } satisfies SheetMappingInput);
}

/** Does a column before it count the same act of others? A mapping takes one of them. */
const countsAgain = ({ findings }: Recognition, at: number): boolean => {
  const { meaning } = findings[at]!;
  return (
    meaning.as === 'support' &&
    findings.some(
      (other, place) => place < at && other.meaning.as === 'support' && other.meaning.act === meaning.act,
    )
  );
};

const OTHER_OPTION = /\bother\b|something else|somewhere else|someone else/i;

function groupRule(recognition: Recognition, group: Group, keys: KeyMaker): RuleInput {
  const { labels } = recognition;
  const text = cut(meant(group.text ?? group.items.join(' / ').slice(0, 300))) || 'Question';
  const columns = Object.fromEntries(
    group.columns.map((at, index) => [
      keyTo(recognition, at),
      cut(meant(group.items[index] || labels[at]!.label)),
    ]),
  );
  const key = keys.key(meant(group.text ?? `${group.items[0]} and others`));
  if (group.kind === 'ranking')
    return { as: 'ranking', key, text, columns, cells: group.cells ?? 'place', optional: false };
  if (group.kind === 'matrix')
    return {
      as: 'matrix',
      key,
      text,
      columns,
      ...(group.scale ? { options: group.options } : { options: listOrder(group.options), learnt: true }),
      kind: group.scale ? 'scale' : 'choice',
      values: Object.assign({}, ...group.columns.map((at) => valuesOf(recognition, at))) as RuleValues,
    };
  // Where "Other" is an option to tick, what was written beside it is no second one.
  const other = group.items.some((item) => OTHER_OPTION.test(item))
    ? []
    : group.others.map((at) => refTo(recognition, at));
  const written = (words: string[]): string[] => [
    ...new Set(group.columns.flatMap((at) => asWritten(recognition, at, words))),
  ];
  return {
    as: 'options',
    key,
    text,
    columns,
    ...(group.chosen.length ? { chosen: [...written(group.chosen), ...group.items] } : {}),
    ...(group.notChosen.length ? { notChosen: written(group.notChosen) } : {}),
    ...(other.length ? { other } : {}),
  };
}

function columnRule(recognition: Recognition, at: number, keys: KeyMaker): RuleInput {
  const column = refTo(recognition, at);
  const { meaning } = recognition.findings[at]!;
  switch (meaning.as) {
    case 'submission-id':
      return { as: 'submission-id', column };
    case 'date':
      return { as: 'date', column, order: recognition.dateOrder.get(at) ?? 'auto' };
    case 'respondent':
      return {
        as: 'respondent',
        column,
        field: meaning.field,
        ...(meaning.field === 'dateOfBirth' ? { order: recognition.dateOrder.get(at) ?? 'auto' } : {}),
      };
    case 'demographic': {
      const { characteristic } = meaning;
      return {
        as: 'demographic',
        column,
        characteristic,
        values: codesOf(recognition, at, characteristic, meaning.stands),
      };
    }
    case 'place':
    case 'channel':
      return { as: meaning.as, column, values: valuesOf(recognition, at) };
    case 'support':
      return { as: 'support', column, act: meaning.act, optional: true };
    case 'question':
      return questionRule(recognition, at, keys);
    default:
      return { as: 'ignore', column };
  }
}

function questionRule(recognition: Recognition, at: number, keys: KeyMaker): RuleInput {
  const { labels, profiles, findings, languages } = recognition;
  const others = languages.get(at) ?? [];
  const { meaning } = findings[at]!;
  if (meaning.as !== 'question') throw new Error('not a question');
  const { label } = labels[at]!;
  const text = others.length ? (languageOf(label)?.base ?? label) : alone(recognition, at);
  const none = [...profiles[at]!.counts.keys()].filter((value) => isNone(value));
  const isOption =
    none.length > 0 &&
    // A key that lists "None" gives it as an answer.
    (recognition.keyed?.words.has(at) ||
      noneIsAnOption(profiles[at]!.counts.get(none[0]!) ?? 0, profiles[at]!.blankWords.size) ||
      (meaning.kind === 'choice' && COUNTED.test(label)));
  const said = meaning.kind === 'free-text' && profiles[at]!.blankWords.size === 0;
  const blank = said || isOption ? [] : none;
  const options = meaning.options.filter((option) => !blank.includes(option));
  const words = toMeant(meaning.kind, options);
  const values = {
    ...codedAnswers(recognition, at, meaning.kind, words),
    ...meaning.stands,
    ...words,
    ...Object.fromEntries(blank.map((value) => [value, null])),
  };
  return {
    as: 'question',
    column: refTo(recognition, at),
    key: keys.key(text),
    text: cut(text) || 'Question',
    kind: meaning.kind,
    ...(options.length && options.length <= 100
      ? declaredList(
          meaning.kind,
          [...new Set(options.map((option) => cut(values[option] ?? option)))],
          recognition.keyed?.words.get(at),
        )
      : {}),
    ...(meaning.items.length ? { items: meaning.items } : {}),
    ...(meaning.delimiter === null ? {} : { delimiter: meaning.delimiter }),
    ...(others.length ? { otherLanguages: others.map((other) => refTo(recognition, other)) } : {}),
    ...(meaning.decimalComma ? { decimal: 'comma' } : {}),
    ...(meaning.kind === 'free-text' ? permission(recognition) : {}),
    ...(Object.keys(values).length ? { values } : {}),
  };
}

/** Where people said whether their words may be published, each comment is read only where they did not refuse. */
function permission(recognition: Recognition): { permittedBy?: string | number; permittedWhere?: string[] } {
  const { permitted } = recognition;
  if (!permitted) return {};
  const { column, values } = permitted;
  return { permittedBy: refTo(recognition, column), permittedWhere: asWritten(recognition, column, values) };
}

type RuleValues = Record<string, string | null>;

/** Codes of a key with the answers that they stand for; among figures a word is none. */
function codedAnswers(recognition: Recognition, at: number, kind: string, words: RuleValues): RuleValues {
  const figures = kind === 'number' || kind === 'vote';
  return Object.fromEntries(
    Object.entries(valuesOf(recognition, at)).map(([code, word]) => [
      code,
      word === null || (figures && !/^-?\d/.test(word)) ? null : (words[word] ?? word),
    ]),
  );
}

/** Options that a tool wrote with character references or tags, each with what it means; those that hold none are no part of it. */
function toMeant(kind: string, options: readonly string[]): Record<string, string | null> {
  if (kind !== 'choice' && kind !== 'multi-choice') return {};
  return Object.fromEntries(
    options.flatMap((option) => {
      const read = meant(option);
      return /[&<]/.test(option) && read !== option && read !== '' ? [[option, read]] : [];
    }),
  );
}

/** "How many ... None": there it says how many. */
const COUNTED = /\bhow (many|often|much)\b|\bwhich (of|if any)\b/i;

/** "None" is an option where it repeats and the column uses no other word for "nothing". */
const noneIsAnOption = (times: number, otherWords: number): boolean => times >= 2 && otherWords === 0;

/** The wording of a question: without its last part where no other column shares the first. */
function alone({ labels, findings }: Recognition, at: number): string {
  const own = labels[at]!;
  const text = questionAlone(own.label);
  const shared = labels.some(
    ({ label, stem }, other) =>
      other !== at &&
      findings[other]!.meaning.as === 'question' &&
      // Under a heading of two rows the last part tells the questions apart.
      (questionAlone(label) === text || (stem !== null && stem === own.stem)),
  );
  return meant(shared ? own.label : text);
}

/** A mapping's key and title out of the name of a file. */
export function namedAfter(file: string): Named {
  const title = file
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_]+/g, ' ')
    .trim();
  const key = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return { key: key || 'engagement', title: title || 'Engagement to be named' };
}
