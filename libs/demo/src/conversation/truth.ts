import type { CodersWord } from '../coders-words.js';
import { personCode } from '../people/person.js';
import { CONVERSATION, CONVERSATION_SOURCE, type Conversation } from './conversation.js';
import { standingVotes } from './polis-export.js';
import type { Camp } from './statements.js';

/** What is so of the conversation; it is in no delivery and on no page. */
export interface ConversationTruth {
  engagement: string;
  voters: { voter: string; person: string; camp: Camp }[];
  /** Votes that stand, by statement. */
  statements: {
    key: string;
    text: string;
    host: boolean;
    themes: string[];
    agree: number;
    disagree: number;
    pass: number;
  }[];
}

export function conversationTruth(conversation: Conversation): ConversationTruth {
  const votes = standingVotes(conversation);
  return {
    engagement: CONVERSATION.key,
    voters: conversation.voters.map(({ person, camp }, at) => ({
      voter: String(at),
      person: personCode(person),
      camp,
    })),
    statements: conversation.statements.map(({ text, author, themes }, at) => {
      const many = (value: number): number =>
        votes.filter((vote) => vote.statement === at && vote.value === value).length;
      return {
        key: String(at),
        text,
        host: author === null,
        themes: [...themes],
        agree: many(1),
        disagree: many(-1),
        pass: many(0),
      };
    }),
  };
}

/** What two made-up coders say of the participants' statements: these are short and plain, so they agree. */
export const conversationWords = ({ statements }: Conversation): CodersWord[] =>
  statements.flatMap(({ author, themes }, at) =>
    author === null
      ? []
      : [
          {
            source: CONVERSATION_SOURCE,
            externalId: String(at),
            first: [...themes],
            second: [...themes],
            dissents: false,
          },
        ],
  );

/** Participants' words that the council lets be quoted. */
export const releasedStatements = ({ statements }: Conversation): string[] =>
  statements.flatMap(({ author, text, released }) => (author !== null && released ? [text] : []));
