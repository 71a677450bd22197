import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { isPublished } from '../../figures/figure';
import { capital, count, range } from '../../figures/format';
import { HiddenTag } from '../../figures/HiddenTag';
import type { EngagementQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { Shown } from '../../states/Shown';
import { DecisionsHere } from '../decisions/DecisionsHere';
import { NotFoundPage } from '../NotFoundPage';
import { ReportsOn } from '../reports/ReportsOn';
import { questionOf } from './EngagementTable';
import { ENGAGEMENT } from './queries';
import { Results } from './results/Results';
import { PromiseTest } from './PromiseTest';
import { SaidThere } from './SaidThere';
import { Statements } from './Statements';
import { TookPart } from './TookPart';
import { Voters, Votes } from './votes/Votes';
import { levelName, LEVELS, openness, period } from './words';

type Engagement = NonNullable<EngagementQuery['engagement']>;

export function EngagementPage() {
  const { agency = '', key = '' } = useParams();
  const { edition } = useView();
  const answer = useAnswer({ query: ENGAGEMENT, variables: { agency, key, edition } });
  return (
    <Shown answer={answer} rows={12}>
      {({ engagement }) =>
        engagement ? (
          <Page engagement={engagement} />
        ) : (
          <NotFoundPage title="There is no such engagement">
            <p>
              It may be in another edition. See <Go to="/engagements">all engagements</Go>.
            </p>
          </NotFoundPage>
        )
      }
    </Shown>
  );
}

function Page({ engagement }: { engagement: Engagement }) {
  useTitle(engagement.title);
  const { statements, agency, figure } = engagement;
  const nobody = isNobody(figure);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <Crumbs trail={[['/engagements', 'Engagements']]} here={engagement.title} />
      <div className="head">
        <div>
          <h1>{engagement.title}</h1>
          <p className="lede">
            {capital(engagement.kind.replaceAll('-', ' '))} by {agency.name}. {period(engagement)}.{' '}
            {openness(engagement, today)}
          </p>
        </div>
      </div>
      <div className="columns">
        <div className="span-7">
          <Heard engagement={engagement} />
          {figure && !nobody && <SaidThere figure={figure} />}
        </div>
        <div className="span-5">
          <About engagement={engagement} />
          <PromiseTest test={engagement.promiseTest} />
        </div>
      </div>
      <ReportsOn kind="consultation" subject={engagement.id} />
      <DecisionsHere
        where="who took part here"
        filter={{ engagement: [engagement.id] }}
        none="No decision names it yet"
      />
      {!nobody && <TookPart engagement={engagement.id} />}
      {!nobody && <Results engagement={engagement.id} title={engagement.title} />}
      <Votes engagement={engagement.id} />
      {statements.nodes.length > 0 && (
        <Statements
          statements={statements.nodes}
          more={statements.pageInfo.hasNextPage}
          agency={agency.name}
        />
      )}
    </>
  );
}

/** It is told that nothing was received of it: then there is nothing to rank, to compare or to cut. */
const isNobody = (figure: Engagement['figure']): boolean =>
  isPublished(figure) && figure.submissions.value === 0;

function Heard({ engagement }: { engagement: Engagement }) {
  const { figure, title, untold } = engagement;
  const nobody = isNobody(figure);
  return (
    <Section title="Who took part">
      {untold && <p>{untold}</p>}
      {(nobody || !figure) && !untold && (
        <p>
          Nobody is counted here. Either nothing has been received yet, or this is something that an agency
          said rather than asked.
        </p>
      )}
      {figure && !isPublished(figure) && (
        <>
          <p>
            <HiddenTag large />
          </p>
          <p>{figure.reason}</p>
        </>
      )}
      {isPublished(figure) && !nobody && (
        <p className="summary-line">
          <span className="big">
            <strong>{count(figure.people.value)}</strong>
          </span>{' '}
          people
          {figure.people.low !== figure.people.high &&
            ` (${range(figure.people.low, figure.people.high)})`}{' '}
          made {count(figure.submissions.value)} submissions, {count(figure.arguments.value)} distinct
          arguments.
        </p>
      )}
      <Voters engagement={engagement.id} />
      {figure && (
        <ReceiptButton request={{ question: questionOf(engagement), keys: figure.keys, name: title }} words />
      )}
    </Section>
  );
}

function About({ engagement }: { engagement: Engagement }) {
  const level = LEVELS.find(({ code }) => code === engagement.participation);
  const facts: [string, React.ReactNode][] = [
    [
      'How far people can shape it',
      level ? (
        <>
          <strong>{levelName(level.code)}.</strong> {level.means}
        </>
      ) : (
        'Not stated'
      ),
    ],
    ['What can still change', engagement.canStillChange ?? 'Not stated'],
    ['Who decides', engagement.decisionOwner ?? 'Not stated'],
    ['Aimed at', engagement.communities.length ? engagement.communities.join(', ') : 'Everybody'],
    ['How answers come in', engagement.channel ? capital(engagement.channel) : 'Not stated'],
  ];
  return (
    <Section title="About it" measure="As the lead agency describes it.">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {engagement.url && /^https?:/.test(engagement.url) && (
          <div>
            <dt>Its own page</dt>
            <dd>
              <a className="link" href={engagement.url} rel="noreferrer">
                {new URL(engagement.url).host}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
