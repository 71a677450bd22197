import { useAnswer } from '../../../app/answer';
import { count, day, plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import { Shown } from '../../../states/Shown';
import { ForAnalysts } from '../ForAnalysts';
import { useNames, type Bench } from '../useWorkbench';
import { EMERGING, type Told } from './queries';
import { SetAside, Topic } from './Topic';

/** What comments begin to speak of: read before the next meeting, while it is no theme yet. */
export function EmergingPage() {
  return (
    <ForAnalysts
      title="What people begin to speak of"
      lede="Words that stand in more comments of the last two, four or eight weeks than the year before would let you expect. Working figures: not published, do not quote them."
    >
      {(bench) => <Emerging bench={bench} />}
    </ForAnalysts>
  );
}

function Emerging({ bench }: { bench: Bench }) {
  const names = useNames(bench.themes);
  const answer = useAnswer({ query: EMERGING, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={8}>
      {({ emergingTopics: told }) => {
        const waiting = told.topics.filter(({ setAsideBy }) => setAsideBy === null);
        const aside = told.topics.filter(({ setAsideBy }) => setAsideBy !== null);
        return (
          <>
            <Section title={titleOf(told, waiting.length)} measure={howItIsFound(told.falseAYear)}>
              {waiting.map((topic) => (
                <Topic key={topic.id} topic={topic} names={names} again={answer.again} />
              ))}
              <Looked scans={told.scans} />
            </Section>
            {aside.length > 0 && <SetAside topics={aside} again={answer.again} />}
          </>
        );
      }}
    </Shown>
  );
}

function titleOf({ scans }: Told, topics: number): string {
  if (scans.length === 0) return 'No comments have been looked at yet';
  return topics === 0 ? 'Nothing new stands out' : `${plural(topics, 'topic stands', 'topics stand')} out`;
}

const howItIsFound = (falseAYear: number): string =>
  `A comment that was sent in copies counts once, a person once a week, and each consultation is compared with itself. Where nothing is new, about ${falseAYear} topics a year of an agency are told all the same; of true ones that one comment in 33 speaks of, with 120 comments a week, most are told within eight weeks. What is spoken of less may not show.`;

function Looked({ scans }: Pick<Told, 'scans'>) {
  if (scans.length === 0) return <p>Comments are looked at once they can be found.</p>;
  return (
    <>
      <h3>Up to when comments were looked at</h3>
      <ul className="plain">
        {scans.map(({ agency, until, comments }) => (
          <li key={agency.code}>
            {agency.name}: {until ? `the week that ended on ${day(until)}` : 'too few weeks'}, of{' '}
            {count(comments)} comments in all
          </li>
        ))}
      </ul>
    </>
  );
}
