import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import type { QuotesQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { QUOTES } from './queries';

type Quote = QuotesQuery['quotes'][number];

interface Props {
  theme?: string;
  ward?: string;
  /** Code of a community. */
  community?: string;
  engagement?: string;
  /** Key of an open question of the engagement. */
  question?: string;
  /** Names of themes, where quotes of several stand together. */
  names?: (code: string) => string;
}

/** Words that people let be quoted in this edition; nothing where there are none, or figures are working ones. */
export function ReleasedQuotes({ theme, ward, community, engagement, question, names }: Props) {
  const { edition, working } = useView();
  const variables = {
    theme: theme ?? null,
    ward: ward ?? null,
    community: community ?? null,
    engagement: engagement ?? null,
    question: question ?? null,
    edition,
  };
  const answer = useAnswer({ query: QUOTES, variables, pause: working });
  const quotes = working ? [] : (answer.data?.quotes ?? []);
  if (quotes.length === 0) return null;
  return (
    <Section
      title="In their own words"
      measure="Released by a person of the agency, from figures of ten people or more; what was personal is taken out. They show what was meant, not how often."
    >
      <div className="quotes">
        {quotes.map((quote) => (
          <blockquote className="said" key={quote.id}>
            <p>“{quote.words}”</p>
            <p className="quiet">{fromWhere(quote, names)}</p>
          </blockquote>
        ))}
      </div>
    </Section>
  );
}

const fromWhere = ({ agency, ward, theme, dissents }: Quote, names?: (code: string) => string): string =>
  [`to ${agency.name}`, ward?.name, names?.(theme), dissents && 'most who raised it there say otherwise']
    .filter(Boolean)
    .join(' · ');
