import { finding, type Finding, left } from './meaning.js';
import type { ColumnLabel } from './sheet.js';

/** What a tool without a layout of its own writes beside the answers: known by several of its labels standing together. */
interface Tool {
  title: string;
  /** Labels in small letters, and how many of them tell the tool. */
  signs: readonly string[];
  atLeast: number;
  /** Those of its own record, whatever stands in them; where `after` is given, behind this column alone. */
  records: readonly string[];
  after?: string;
  /** The column in which somebody says what becomes of a row. */
  status?: string;
}

const TOOLS: readonly Tool[] = [
  {
    title: 'ODK Central',
    signs: [
      ...[
        'submissiondate',
        'key',
        'submitterid',
        'submittername',
        'attachmentspresent',
        'attachmentsexpected',
      ],
      ...['reviewstate', 'deviceid', 'edits', 'formversion', 'meta-instanceid', 'instanceid'],
    ],
    atLeast: 5,
    records: [
      ...['submitterid', 'submittername', 'attachmentspresent', 'attachmentsexpected', 'status'],
      ...['deviceid', 'edits', 'formversion', 'meta-instancename', 'instancename'],
    ],
    status: 'reviewstate',
    after: 'key',
  },
  {
    title: 'Survey123',
    signs: ['objectid', 'globalid', 'creationdate', 'creator', 'editdate', 'editor', 'x', 'y'],
    atLeast: 5,
    records: ['creator', 'editor'],
  },
];

/** Columns that a tool always has, by their places. */
export function columnsOfOthers(labels: readonly ColumnLabel[]): [number, Finding][] {
  const keys = labels.map(({ label }) => label.toLowerCase());
  const tool = TOOLS.find(
    ({ signs, atLeast }) => keys.filter((key) => signs.includes(key)).length >= atLeast,
  );
  if (!tool) return [];
  return keys.flatMap((key, at): [number, Finding][] => {
    if (key === tool.status)
      return [[at, finding({ as: 'status' }, 0.95, `${tool.title} has what became of a row here.`)]];
    const isOwn =
      tool.records.includes(key) &&
      (tool.after === undefined || at > keys.indexOf(tool.after) || key.startsWith('meta-'));
    return isOwn ? [[at, left('the tool’s own record', 0.95)]] : [];
  });
}
