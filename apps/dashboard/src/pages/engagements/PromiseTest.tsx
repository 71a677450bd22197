import type { EngagementQuery, ParticipationLevel } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { levelName } from './words';

type Test = NonNullable<EngagementQuery['engagement']>['promiseTest'];

/** What each level needs beyond the one below it, as far as the hub can show it. */
const NEEDS: readonly { level: ParticipationLevel; words: string; there: (test: Test) => boolean | null }[] =
  [
    { level: 'INFORMATION', words: 'Results are out', there: ({ resultsOut }) => resultsOut },
    { level: 'CONSULTATION', words: 'A decision answers it', there: ({ answered }) => answered },
    { level: 'ENGAGEMENT', words: 'The answer came in time', there: ({ inTime }) => inTime },
    {
      level: 'PARTNERSHIP',
      words: 'Citizens were among those who decided',
      there: ({ citizensDecided }) => citizensDecided,
    },
    {
      level: 'EMPOWERMENT',
      words: 'Citizens decided',
      there: ({ byCitizens }) => byCitizens,
    },
  ];

function message({ declared, evidenced, kept }: Test): string {
  if (declared === null) return 'No level was promised';
  if (kept) return `What was promised is shown: ${levelName(declared).toLowerCase()}`;
  return `Promised: ${levelName(declared).toLowerCase()}. Shown so far: ${evidenced ? levelName(evidenced).toLowerCase() : 'nothing'}`;
}

const saidOf = (there: boolean | null, { promised }: Test): string => {
  if (there === null) return promised ? 'Not known yet' : 'Nothing is promised';
  return there ? 'Yes' : 'No';
};

/** Declared level beside what is evidenced: as it is, and what it would still take. */
export function PromiseTest({ test }: { test: Test }) {
  const missing = NEEDS.filter(({ level }) => test.missing.includes(level));
  return (
    <Section
      title={message(test)}
      measure="The level that the agency declares beside the highest for which there is evidence today."
    >
      <dl className="facts">
        {NEEDS.map(({ level, words, there }) => (
          <div key={level}>
            <dt>{words}</dt>
            <dd>{saidOf(there(test), test)}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <p>To keep the promise: {missing.map(({ words }) => words.toLowerCase()).join('; ')}.</p>
      )}
      {test.missing.includes('CITIZEN_CONTROL') && (
        <p className="note">That citizens control it is more than the hub can show.</p>
      )}
    </Section>
  );
}
