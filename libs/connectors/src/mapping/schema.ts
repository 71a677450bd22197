import { z } from 'zod';
import { DEMOGRAPHIC_FIELDS, ENGAGEMENT_KINDS, PARTICIPATION_LEVELS } from '#domain';
import { ENCODINGS } from '../reading/decode.js';
import { DEFAULT_LAYOUT } from '../reading/grid.js';

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
    headerRows: z.number().int().min(0).max(2).default(DEFAULT_LAYOUT.headerRows),
    labelFrom: z.enum(['joined', 'first', 'last']).default('joined'),
    skipRows: z.number().int().min(0).max(100).default(0),
    footerRows: z.number().int().min(0).max(100).default(0),
    jsonHeaderRows: z.number().int().min(0).max(2).default(0),
    sheet: z
      .union([z.string().min(1), z.number().int().min(1)])
      .nullable()
      .default(null),
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

const question = {
  key,
  /** The question as asked; the column's label where absent. */
  text: text.optional(),
  kind: z.enum(['free-text', 'choice', 'multi-choice', 'number', 'vote']).default('free-text'),
};

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
    /** Parts the options of a multi-choice cell. */
    delimiter: z.string().min(1).max(4).optional(),
    /** Replaces answers as given, e.g. words by scores; null makes an answer blank. */
    values: values.default({}),
    /** Where another column says which question a row answers: that column, and a question for each of its values. */
    by: z.strictObject({ column, questions: z.record(z.string(), z.strictObject({ key, text })) }).optional(),
  }),
  z.strictObject({
    as: z.literal('options'),
    ...question,
    kind: z.literal('multi-choice').default('multi-choice'),
    optional,
    text,
    /** One column for each option (label or place as text -> option); any cell that isn't blank or a "no" chooses it. */
    columns: z.record(z.string(), text),
  }),
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

export const sheetMapping = z.strictObject({
  /** For the reader of the document; the hub passes over it. */
  note: z.string().optional(),
  layout,
  engagement: engagementMapping.optional(),
  columns: z.array(rule).max(2_000).default([]),
  /** A column that the mapping doesn't name: hold the delivery until a person has looked, or pass over it. */
  otherColumns: z.enum(['hold', 'ignore']).default('hold'),
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
