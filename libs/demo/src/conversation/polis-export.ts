import { csv } from '../deliveries/csv.js';
import type { DemoFile } from '../deliveries/demo-file.js';
import { CONVERSATION, type Conversation, type ConversationVote } from './conversation.js';

const MILLISECONDS = 1_000;

/** The conversation as Polis exports one: comments, votes and a summary. Voters are numbers that mean nothing elsewhere. */
export function polisExport(conversation: Conversation): [DemoFile, ...DemoFile[]] {
  return [
    file('comments.csv', commentsOf(conversation)),
    file('votes.csv', votesOf(conversation)),
    file('summary.csv', summaryOf(conversation)),
  ];
}

const file = (name: string, rows: Row[]): DemoFile => {
  const [head = [], ...others] = rows;
  return { name, mediaType: 'text/csv', bytes: csv(head.map(String), others) };
};

type Row = (string | number | null)[];

const stamp = (seconds: number): [number, string] => [
  seconds * MILLISECONDS,
  new Date(seconds * MILLISECONDS).toUTCString(),
];

/** Of each voter and statement the vote that stands. */
export function standingVotes({ votes }: Conversation): ConversationVote[] {
  const latest = new Map<string, ConversationVote>();
  for (const vote of votes) latest.set(`${vote.statement} ${vote.voter}`, vote);
  return [...latest.values()];
}

function commentsOf(conversation: Conversation): Row[] {
  const standing = standingVotes(conversation);
  const many = (at: number, of: number): number =>
    standing.filter(({ statement, value }) => statement === at && value === of).length;
  return [
    ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'is-meta', 'is-seed', 'comment-body'],
    ...conversation.statements.map(({ text, author, put }, at): Row => [
      ...stamp(put), at, author === null ? '' : author, many(at, 1), many(at, -1), 1, 'false', String(author === null), text,
    ]),
  ]; // prettier-ignore
}

const votesOf = ({ votes }: Conversation): Row[] => [
  ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'],
  ...votes.map(({ at, statement, voter, value }): Row => [...stamp(at), statement, voter, value]),
];

const summaryOf = ({ voters, statements }: Conversation): Row[] => [
  ['topic', CONVERSATION.title],
  ['url', `https://polis.example.org/${CONVERSATION.key}`],
  ['voters', voters.length],
  ['comments', statements.length],
  ['conversation-description', 'Synthetic demonstration data. No real person is described.'],
];
