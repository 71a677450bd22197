import { z } from 'zod';
import {
  DEMOGRAPHIC_FIELDS,
  ENGAGEMENT_KINDS,
  fail,
  ok,
  type Outcome,
  PARTICIPATION_LEVELS,
  SUPPORT_ACTS,
} from '#domain';
import { ENCODINGS } from '../reading/decode.js';
import { DEFAULT_LAYOUT } from '../reading/grid.js';
import { LEFT_OUT } from '../recognise/sheet.js';

/**
 * The mapping document: which column of a partner's sheet means what. It is data, written by a person (or suggested and then
 * looked at), checked here, and saved with the source; docs/examples/mappings holds real ones.
 */

/** A column by its label, or by its place from 1 where labels are absent or not to be trusted. */
const column = z.union([z.string().min(1).max(2_000), z.number().int().min(1).max(16_384)]);
const text = z.string().min(1).max(10_000);
const key = z.string().min(1).max(200);
const values = z.record(z.string(), z.string().nullable());
/** The column may be missing from a file. */
const optional = z.boolean().default(false);

export const RESPONDENT_FIELDS = [
  'givenName',
  'familyName',
  'fullName',
  'dateOfBirth',
  'email',
  'phone',
  'address',
  'postcode',
  'nhsNumber',
  'systemId',
] as const;

export const DATE_ORDERS = ['day-first', 'month-first', 'year-first', 'auto'] as const;

const layout = z
  .strictObject({
    /** `counted`: by the numbers below. `recognised`: header, titles, totals and notes are found in each file. */
    rows: z.enum(['counted', 'recognised']).default('counted'),
    /** With `recognised`: rows of this file, by number, that a person calls otherwise than the hub does. */
    rowsAs: z.record(z.string().regex(/^[1-9][0-9]{0,6}$/), z.enum([...LEFT_OUT, 'answer'])).default({}),
    headerRows: z.number().int().min(0).max(4).default(DEFAULT_LAYOUT.headerRows),
    labelFrom: z.enum(['joined', 'first', 'last']).default('joined'),
    skipRows: z.number().int().min(0).max(100).default(0),
    footerRows: z.number().int().min(0).max(100).default(0),
    jsonHeaderRows: z.number().int().min(0).max(2).default(0),
    sheet: z
      .union([z.string().min(1), z.number().int().min(1)])
      .nullable()
      .default(null),
    /**
     * Sheets of the same columns that a person knows and leaves out; another one holds the file, so that the tab of a new month is
     * never passed over. Null where nobody was asked.
     */
    otherSheets: z.array(z.string().max(200)).max(200).nullable().default(null),
    delimiter: z.string().min(1).max(4).nullable().default(null),
    encoding: z.enum(ENCODINGS).nullable().default(null),
    rowsAt: z.string().min(1).nullable().default(null),
    shortRows: z.enum(['reject', 'pad']).default('reject'),
  })
  .prefault({});

/** An engagement as a mapping describes it. */
export const engagementMapping = z.strictObject({
  key,
  title: text,
  kind: z.enum(ENGAGEMENT_KINDS).default('survey'),
  participation: z.enum(PARTICIPATION_LEVELS).nullable().default(null),
  opens: z.iso.date().nullable().default(null),
  closes: z.iso.date().nullable().default(null),
  channel: z.string().nullable().default(null),
  decisionOwner: z.string().nullable().default(null),
  canStillChange: z.string().nullable().default(null),
  targetCommunities: z.array(text).default([]),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});

const language = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'a language is a code of two or three small letters: en, cy, pl');
/** In which language the wording is, and the same question in other languages. */
const inLanguages = {
  language: language.optional(),
  wordings: z.record(language, text.nullable()).optional(),
};

const question = {
  key,
  /** The question as asked; the column's label where absent. */
  text: text.optional(),
  ...inLanguages,
  kind: z
    .enum(['free-text', 'choice', 'multi-choice', 'scale', 'matrix', 'ranking', 'number', 'vote'])
    .default('free-text'),
};

/** The list of options, in order; options that hold the delimiter are told by it. */
const options = z.array(text).max(500).optional();
/** Were the options read off the cells of a file? Then the list says neither their order nor that all of them were asked. */
const learnt = z.boolean().optional();

const rule = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('submission-id'), column, optional }),
  z.strictObject({
    as: z.literal('respondent'),
    column,
    optional,
    field: z.enum(RESPONDENT_FIELDS),
    order: z.enum(DATE_ORDERS).default('auto'),
  }),
  z.strictObject({
    as: z.literal('demographic'),
    column,
    optional,
    characteristic: z.enum(DEMOGRAPHIC_FIELDS),
    /** Which wording was asked; the characteristic and the label where absent. */
    wording: key.optional(),
    /** Harmonised code for each answer as given. An answer that stands in neither this map nor the built-in wordings is `unmapped`. */
    values: values.default({}),
  }),
  z.strictObject({
    as: z.literal('question'),
    column,
    optional,
    ...question,
    /** Parts the options of a multi-choice, ranking or matrix cell. */
    delimiter: z.string().min(1).max(4).optional(),
    options,
    learnt,
    /** With `matrix`: the items that one cell names, each with its answer (`Street lighting : Good, Litter : Poor`). */
    items: z.array(text).max(200).optional(),
    /** With `number`: what stands between units and tenths. */
    decimal: z.enum(['point', 'comma']).optional(),
    /** With `number`: what is counted, e.g. `pounds a month`. */
    unit: text.max(60).optional(),
    /** The same answer in other languages' columns: the first that is not blank counts. */
    otherLanguages: z.array(column).max(20).optional(),
    /** Words that may be used only where this column says so ("may we publish your comment?"), in one of these cells. */
    permittedBy: column.optional(),
    permittedWhere: z.array(z.string()).max(50).optional(),
    /** Replaces answers as given, e.g. words by scores; null makes an answer blank. */
    values: values.default({}),
    /** Where another column says which question a row answers: that column, and a question for each of its values. */
    by: z
      .strictObject({
        column,
        questions: z.record(z.string(), z.strictObject({ key, text, ...inLanguages })),
      })
      .optional(),
  }),
  z.strictObject({
    as: z.literal('options'),
    ...question,
    kind: z.literal('multi-choice').default('multi-choice'),
    optional,
    text,
    /** One column for each option (label or place as text -> option); any cell that isn't blank or a "no" chooses it. */
    columns: z.record(z.string(), text),
    /** Cells that choose an option; where absent every cell that isn't blank or a "no". */
    chosen: z.array(z.string()).optional(),
    /** Cells that say "not chosen", besides blank ones. */
    notChosen: z.array(z.string()).optional(),
    /** Columns in which people wrote an answer that is none of the options: whoever wrote in one chose "Other". */
    other: z.array(column).optional(),
  }),
  /** One question over several items, a column each, with the same answers. */
  z.strictObject({
    as: z.literal('matrix'),
    key,
    text,
    ...inLanguages,
    kind: z.enum(['choice', 'scale', 'number']).default('choice'),
    optional,
    /** Column (label or place as text) -> item. */
    columns: z.record(z.string(), text),
    options,
    learnt,
    values: values.default({}),
  }),
  /** One question whose answer is an order. */
  z.strictObject({
    as: z.literal('ranking'),
    key,
    text,
    ...inLanguages,
    optional,
    /** `item`: a column is a place (1, 2, ...) and its cell the option; `place`: a column is an option and its cell the place. */
    cells: z.enum(['item', 'place']),
    columns: z.record(z.string(), text),
  }),
  /** How many others liked or supported what the row says, as the platform counted: a figure of the agency's own, and no people. */
  z.strictObject({ as: z.literal('support'), column, optional, act: z.enum(SUPPORT_ACTS) }),
  /** In which language the answer was given: shown, and no question. */
  z.strictObject({ as: z.literal('language'), column, optional: z.boolean().default(true) }),
  /** Codes instead of what identifies, as hub-encode.mjs makes them. */
  z.strictObject({
    as: z.literal('codes'),
    optional,
    kind: z.enum(['keys', 'clk']),
    /** Partners of one project share a key; only their codes are compared. */
    project: key,
    /** Where the columns are not called as the encoder calls them. */
    columns: z.array(z.string().min(1).max(200)).min(1).max(40).optional(),
  }),
  z.strictObject({ as: z.literal('date'), column, optional, order: z.enum(DATE_ORDERS).default('auto') }),
  z.strictObject({ as: z.literal('place'), column, optional, values: values.default({}) }),
  z.strictObject({ as: z.literal('channel'), column, optional, values: values.default({}) }),
  z.strictObject({
    as: z.literal('community'),
    column,
    optional,
    kind: z.enum(['geography', 'interest', 'identity', 'organisation']).default('organisation'),
    delimiter: z.string().min(1).max(4).optional(),
    values: values.default({}),
  }),
  z.strictObject({ as: z.literal('engagement-key'), column, optional }),
  z.strictObject({ as: z.literal('engagement-title'), column, optional }),
  /** `*` in a label stands for any text. */
  z.strictObject({ as: z.literal('ignore'), column, optional: z.boolean().default(true) }),
]);

/** Rows that are left out by what stands in one of their columns. */
const leaveOut = z.strictObject({
  column,
  /** Cells that leave the row out; compared without regard to case and blanks. */
  values: z.array(z.string()).default([]),
  /** Does a blank cell leave it out too? */
  blank: z.boolean().default(false),
  /** Every cell but these leaves the row out. */
  except: z.array(z.string()).optional(),
  why: z.enum(['preview', 'test', 'partial', 'no-consent', 'note', 'total', 'hidden']).default('test'),
});

/** Rows of one person over several lines. */
const lines = z.strictObject({
  /** The column that is the same on all lines of one person. */
  person: column,
  /** Where a line is one answer: the column that names the question, and the one that holds the answer. */
  question: column.optional(),
  answer: column.optional(),
});

export const sheetMapping = z.strictObject({
  /** For the reader of the document; the hub passes over it. */
  note: z.string().optional(),
  layout,
  engagement: engagementMapping.optional(),
  columns: z.array(rule).max(2_000).default([]),
  leaveOut: z.array(leaveOut).max(50).default([]),
  lines: lines.optional(),
  /** A column that the mapping doesn't name: hold the delivery until a person has looked, or pass over it. */
  otherColumns: z.enum(['hold', 'ignore']).default('hold'),
  /**
   * Where rows have no id: does each file hold everything so far (equal rows of two files are the same people), or only what is
   * new (they are different people)? `ask` holds the first file that repeats rows of an older one, and remembers the answer.
   */
  eachFile: z.enum(['ask', 'cumulative', 'only-new-rows']).default('ask'),
  /** Over 5% of the answers to an equality question in no known wording: hold the delivery until a person has looked, or go on. */
  uncodedAnswers: z.enum(['hold', 'go-on']).default('hold'),
  /** Cells that mean "no answer", besides empty ones; compared without blanks at their ends. */
  blanks: z
    .array(z.string())
    .default(['NULL', 'NA', 'N/A', 'n/a', '#N/A', '#NAME?', '#VALUE!', '#REF!', '#DIV/0!', 'NaN', '?']),
});

export type SheetMapping = z.output<typeof sheetMapping>;
/** As a person writes it: everything with a default may be left out. */
export type SheetMappingInput = z.input<typeof sheetMapping>;
export type ColumnRule = SheetMapping['columns'][number];
export type ColumnRef = string | number;

/** The first few faults of a zod check, each with its place in the document. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'mapping'}: ${issue.message}`)
    .join('; ');
}

/** A mapping document by the schema of its layout; none is an empty one. The error names the place that is wrong. */
export function checkedBy<S extends z.ZodType>(schema: S, document: unknown): Outcome<z.output<S>, string> {
  const parsed = schema.safeParse(document ?? {});
  return parsed.success ? ok(parsed.data) : fail(describeIssues(parsed.error));
}
