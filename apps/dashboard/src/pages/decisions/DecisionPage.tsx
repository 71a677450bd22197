import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { day, unmarked } from '../../figures/format';
import { Crumbs } from '../../layout/Crumbs';
import { Facts } from '../../layout/Facts';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { NotFoundPage } from '../NotFoundPage';
import { Actions } from './Actions';
import { Asked, Decided } from './DecisionCard';
import { PeopleSaid } from './PeopleSaid';
import { DECISION } from './queries';
import { StateTag } from './StateTag';
import type { OneDecisionQuery } from '../../gql/graphql';
import { MODELS, whenOf, whereOf, type DecisionLine } from './words';

export function DecisionPage() {
  const { id = '' } = useParams();
  const { edition } = useView();
  const answer = useAnswer({ query: DECISION, variables: { id, edition } });
  return (
    <Shown answer={answer} rows={12}>
      {({ decision }) =>
        decision ? (
          <Page decision={decision} />
        ) : (
          <NotFoundPage title="There is no such decision">
            <p>
              It may be a draft, or in another edition. See <Go to="/what-happened">all decisions</Go>.
            </p>
          </NotFoundPage>
        )
      }
    </Shown>
  );
}

type Whole = NonNullable<OneDecisionQuery['decision']>;

function Page({ decision }: { decision: Whole }) {
  useTitle(decision.title);
  return (
    <>
      <Crumbs trail={[['/what-happened', 'What happened']]} here={decision.title} />
      <div className="head">
        <div>
          <h1>{decision.title}</h1>
          <p className="lede">
            <StateTag state={decision.state} /> {whereOf(decision)} · {whenOf(decision)}
          </p>
        </div>
      </div>
      <div className="columns">
        <div className="span-7">
          <Section title="What people said">
            <PeopleSaid decision={decision} />
          </Section>
          <Section title="What was decided, and why">
            <Decided decision={decision} />
          </Section>
        </div>
        <div className="span-5">
          <Section title="What was asked">
            <Asked decision={decision} />
          </Section>
          <About decision={decision} />
        </div>
      </div>
      <Section title="What is done">
        <Actions actions={decision.actions} caption={`Actions of: ${decision.title}`} />
      </Section>
      <Changed changes={decision.changes} />
    </>
  );
}

/** What was moved, added or taken off since it was first told: a day that was missed does not go without a trace. */
function Changed({ changes }: Pick<Whole, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <Section title="What changed since it was first told">
      <Facts
        facts={changes.map(({ on, words }): [string, React.ReactNode] => [
          day(on),
          words.map((sentence, at) => (
            <span key={at} className="sub">
              {sentence}
            </span>
          )),
        ])}
      />
    </Section>
  );
}

function About({ decision }: { decision: DecisionLine }) {
  const model = MODELS.find(({ code }) => code === decision.model);
  const facts: [string, React.ReactNode][] = [
    ['Decided on', decision.decidedOn ? day(decision.decidedOn) : 'Not recorded'],
    ['Who decided', decision.decidedBy ?? 'Not recorded'],
    ['By which rule', model ? `${model.name}. ${model.means}` : 'Not recorded'],
    ['Agency', unmarked(decision.agency.name)],
    ['Lead', decision.lead ?? 'Not recorded'],
    ['Portfolio', decision.portfolio ?? 'Not recorded'],
    [
      'Themes',
      decision.themes.length
        ? decision.themes.map(({ code, name }, at) => (
            <span key={code}>
              {at > 0 && ', '}
              <Go to={`/themes/${code}`}>{name}</Go>
            </span>
          ))
        : 'None named',
    ],
    [
      'Plan priorities',
      decision.priorities.map(({ plan, title }) => `${title} (${plan})`).join(', ') || 'None named',
    ],
    ['Communities', decision.communities.map(({ name }) => name).join(', ') || 'None named'],
    ['Reference', decision.reference],
  ];
  return (
    <Section title="About it">
      <Facts facts={facts} />
    </Section>
  );
}
