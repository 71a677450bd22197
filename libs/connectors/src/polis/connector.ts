import { z } from 'zod';
import type { Engagement, Outcome } from '#domain';
import type { Connector, DeliveredFile, ReadOutcome } from '../contract.js';
import { mappingProblem } from '../mapping/parse.js';
import { checkedBy, engagementMapping } from '../mapping/schema.js';
import { fileNamesProblem, mappingRefused, outcomeOfProblem } from '../read-problems.js';
import { readPolisFile, summaryOf, type PolisFile, type PolisRole } from './files.js';
import { reconcile } from './reconcile.js';
import { polisRecord, type PolisNotes } from './records.js';

const conversation = z.strictObject({
  note: z.string().optional(),
  /** What the conversation is called here; where absent, summary.csv in the delivery says it. */
  engagement: engagementMapping.optional(),
});

/** A Polis conversation's export: a comment is a submission, a vote an answer to it; see README.md for what counts as a row. */
const connector: Connector = {
  code: 'polis',
  title: 'Polis conversation',
  agencyKinds: ['council', 'police', 'health', 'vcs'],
  layout: {
    code: 'polis',
    title: 'Polis conversation',
    signs: [
      /^comment-id$/,
      /^(author|voter)-id$/,
      /^comment-body$/,
      /^agrees$/,
      /^n-votes$/,
      /^participant$/,
      /^group-id$/,
      /^n-agree$/,
    ],
    atLeast: 2,
    needs: /^comment-id$|^participant$/,
    columns: [
      [
        /^comment-body$/,
        { as: 'question', kind: 'free-text', options: [], items: [], delimiter: null, decimalComma: false },
      ],
      [
        /^vote$|^\d+$/,
        { as: 'question', kind: 'vote', options: [], items: [], delimiter: null, decimalComma: false },
      ],
      [/^(author|voter)-id$|^participant$/, { as: 'respondent', field: 'systemId' }],
      [/^datetime$/, { as: 'date' }],
      [
        /^(timestamp|agrees|disagrees|moderated|importance|is-meta|is-seed|group-.*|n-.*)$/,
        { as: 'ignore', what: 'a count by the tool' },
      ],
    ],
    ask: 'This is one of the files of a Polis conversation: deliver them together, to a source of the connector polis.',
  },
  ways: ['file'],
  checkMapping: (mapping) => mappingProblem(parse(mapping)),
  fieldKinds: () => ['answers', 'dates', 'free-text', 'system-id'],
  read,
  toRecord: polisRecord,
};
export default connector;

const parse = (mapping: unknown): Outcome<z.output<typeof conversation>, string> =>
  checkedBy(conversation, mapping);

async function read(files: DeliveredFile[], mapping: unknown): Promise<ReadOutcome> {
  const checked = parse(mapping);
  if (!checked.ok) return mappingRefused(checked.error);
  const problem = fileNamesProblem(files);
  if (problem) return problem;
  const parts: PolisFile[] = [];
  for (const file of files) {
    const part = await readPolisFile(file);
    if (!part.ok) return outcomeOfProblem(file.name, part.error, null);
    parts.push(part.value);
  }
  const engagement = checked.value.engagement ?? engagementFrom(parts);
  if (!engagement)
    return held(
      'engagement-missing',
      'Neither the mapping nor a summary.csv says which conversation this is.',
      {
        engagement: {
          key: 'conversation-to-be-named',
          title: 'Conversation to be named',
          kind: 'conversation',
        },
      },
    );
  if (!parts.some(({ role }) => role === 'comments'))
    return held(
      'comments-missing',
      'Votes can’t be understood without the comments: deliver comments.csv with them.',
      mapping,
    );
  return outcomeOf(parts, engagement, mapping);
}

const held = (code: string, reason: string, suggestedMapping: unknown): ReadOutcome => ({
  status: 'held',
  code,
  reason,
  rejections: [],
  suggestedMapping,
});

function outcomeOf(parts: PolisFile[], engagement: Engagement, mapping: unknown): ReadOutcome {
  const of = (role: PolisRole): PolisFile['table'][] =>
    parts.filter((part) => part.role === role).map(({ table }) => table);
  const data = parts.filter(({ role }) => role === 'comments' || role === 'votes');
  const check = reconcile(of('participants'), of('votes'));
  const notes: PolisNotes = {
    engagement,
    roles: Object.fromEntries(data.map(({ role, table }) => [table.file, role])),
    comments: of('comments').flatMap(({ rows }) =>
      rows.map(({ cells }) => (cells['comment-id'] ?? '').trim()),
    ),
    reconciliation: check,
    assumptions: [
      ...parts.flatMap(({ table }) => table.assumptions.map((text) => `${table.file}: ${text}`)),
      ...(check.differing
        ? [`${check.differing} of ${check.compared} votes in participants-votes differ from votes.`]
        : []),
    ],
  };
  return {
    status: 'read',
    rows: data.flatMap(({ table }) => table.rows),
    context: { mapping, notes: notes as unknown as Record<string, unknown> },
    rejections: data.flatMap(({ table }) => table.rejections),
    unread: data.flatMap(({ table }) => table.unread),
    files: parts.map(({ role, table }) => ({
      name: table.file,
      rows: role === 'comments' || role === 'votes' ? table.rows.length + table.rejections.length : 0,
    })),
    engagements: [engagement],
  };
}

/** The conversation's own name for itself: the last part of its address, and its topic. */
function engagementFrom(parts: PolisFile[]): Engagement | null {
  const summary = parts.find(({ role }) => role === 'summary');
  if (!summary) return null;
  const { topic, url } = summaryOf(summary.table);
  const key = /([A-Za-z0-9-]+)\/?$/.exec(url ?? '')?.[1];
  if (!topic || !url || key === undefined) return null;
  const described = engagementMapping.safeParse({
    key,
    title: topic,
    kind: 'conversation',
    channel: 'online',
    url,
  });
  return described.success ? described.data : null;
}
