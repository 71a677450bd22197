import type { SheetMapping, SheetMappingInput } from '../mapping/schema.js';
import { sheetMapping } from '../mapping/schema.js';
import { KeyMaker } from './keys.js';
import { languageOf } from './languages.js';
import { meant } from './meaning.js';
import type { Group } from './group.js';
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

const refTo = (labels: Recognition['labels'], at: number): string | number =>
  labels[at]!.label !== '' && labels[at]!.label.length <= LONGEST_LABEL ? labels[at]!.label : at + 1;

/** The same as a key of a JSON object. */
const keyTo = (labels: Recognition['labels'], at: number): string => {
  const ref = refTo(labels, at);
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
    columns.push(twin ? { as: 'ignore', column: refTo(labels, at) } : columnRule(recognition, at, keys));
  });
  return sheetMapping.parse({
    layout: {
      rows: 'recognised',
      rowsAs: {},
      ...(recognition.sheet === null ? {} : { sheet: recognition.sheet }),
      ...(recognition.shortRows ? { shortRows: 'pad' } : {}),
    },
    engagement: named,
    columns: columns.length ? columns.slice(0, MOST_RULES) : [{ as: 'ignore', column: 1 }],
    ...(columns.length > MOST_RULES ? { otherColumns: 'ignore' as const } : {}),
    blanks: [...new Set([...BLANK_WORDS, ...(layout?.layout.blanks ?? [])])],
    leaveOut: leaveOut.map(({ column, ...rule }) => ({ column: refTo(labels, column), ...rule })),
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

const OTHER_OPTION = /\bother\b|something else|somewhere else|someone else/i;

function groupRule({ labels }: Recognition, group: Group, keys: KeyMaker): RuleInput {
  const text = cut(meant(group.text ?? group.items.join(' / ').slice(0, 300))) || 'Question';
  const columns = Object.fromEntries(
    group.columns.map((at, index) => [
      keyTo(labels, at),
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
      options: group.options,
      kind: group.scale ? 'scale' : 'choice',
    };
  // Where "Other" is an option to tick, what was written beside it is no second one.
  const written = group.items.some((item) => OTHER_OPTION.test(item))
    ? []
    : group.others.map((at) => refTo(labels, at));
  return {
    as: 'options',
    key,
    text,
    columns,
    ...(group.chosen.length ? { chosen: [...group.chosen, ...group.items] } : {}),
    ...(group.notChosen.length ? { notChosen: group.notChosen } : {}),
    ...(written.length ? { other: written } : {}),
  };
}

function columnRule(recognition: Recognition, at: number, keys: KeyMaker): RuleInput {
  const column = refTo(recognition.labels, at);
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
    case 'demographic':
      return { as: 'demographic', column, characteristic: meaning.characteristic };
    case 'place':
    case 'channel':
      return { as: meaning.as, column };
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
    none.length > 0 && noneIsAnOption(profiles[at]!.counts.get(none[0]!) ?? 0, profiles[at]!.blankWords.size);
  const said = meaning.kind === 'free-text' && profiles[at]!.blankWords.size === 0;
  const blank = said || isOption ? [] : none;
  const options = meaning.options.filter((option) => !blank.includes(option));
  const values = {
    ...toMeant(meaning.kind, options),
    ...Object.fromEntries(blank.map((value) => [value, null])),
  };
  return {
    as: 'question',
    column: refTo(labels, at),
    key: keys.key(text),
    text: cut(text) || 'Question',
    kind: meaning.kind,
    ...(options.length && options.length <= 100
      ? { options: [...new Set(options.map((option) => cut(values[option] ?? option)))] }
      : {}),
    ...(meaning.items.length ? { items: meaning.items } : {}),
    ...(meaning.delimiter === null ? {} : { delimiter: meaning.delimiter }),
    ...(others.length ? { otherLanguages: others.map((other) => refTo(labels, other)) } : {}),
    ...(meaning.decimalComma ? { decimal: 'comma' } : {}),
    ...(Object.keys(values).length ? { values } : {}),
  };
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

/** "None" is an option where it repeats and the column uses no other word for "nothing". */
const noneIsAnOption = (times: number, otherWords: number): boolean => times >= 2 && otherWords === 0;

/** The wording of a question: without its last part where no other column shares the first. */
function alone({ labels, findings }: Recognition, at: number): string {
  const text = questionAlone(labels[at]!.label);
  const shared = labels.some(
    ({ label }, other) =>
      other !== at && findings[other]!.meaning.as === 'question' && questionAlone(label) === text,
  );
  return meant(shared ? labels[at]!.label : text);
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
