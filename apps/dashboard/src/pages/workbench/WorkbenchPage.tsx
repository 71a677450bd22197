import { unhashed } from '#statements';
import { Go } from '../../app/Go';
import { hasRole, useFrame } from '../../app/view';
import { count, moment, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { ForAnalysts } from './ForAnalysts';
import { ASK } from './queries';
import { RunProgress } from './RunProgress';
import { isUnderWay, type Bench } from './useWorkbench';

/** What waits for people, and how the coder stands. */
export function WorkbenchPage() {
  return (
    <ForAnalysts
      title="Workbench"
      lede="The coder proposes, a person signs, and the history keeps both."
      below={false}
      roles={['ANALYST', 'EDITOR', 'DUTY']}
    >
      {(bench, again) => (
        <>
          {bench.runs.filter(isUnderWay).map((run) => (
            <RunProgress key={run.id} run={run} />
          ))}
          <Piles bench={bench} again={again} />
          <div className="pair">
            <Standing bench={bench} />
            <More bench={bench} />
          </div>
        </>
      )}
    </ForAnalysts>
  );
}

function Piles({ bench, again }: { bench: Bench; again: () => void }) {
  const asked = useAction(ASK, (data) => data.askCoder);
  const choose = async () => {
    if (await asked.act({ work: 'BATCH' })) again();
  };
  const choosing = asked.busy || bench.runs.some((run) => run.kind === 'BATCH' && isUnderWay(run));
  return (
    <Section title="Comments wait for you" measure="Each kind has its own reason, and its own rules.">
      <NotDone problem={asked.problem} />
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Piles of comments to code</caption>
        <thead>
          <tr>
            <th scope="col">Pile</th>
            <th scope="col" className="number">
              Left
            </th>
            <th scope="col">Why</th>
            <th scope="col">
              <span className="govuk-visually-hidden">Do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Where the coder is least sure</th>
            <td className="number">{count(bench.batchLeft)}</td>
            <td className="quiet">It learns most from these; a tenth is drawn at random.</td>
            <td>
              {bench.batchLeft > 0 ? (
                <Go to="/workbench/code" query={{ pile: 'batch' }} className="button">
                  Code comments
                </Go>
              ) : (
                <button className="button second" disabled={choosing} onClick={() => void choose()}>
                  Choose the next batch
                </button>
              )}
            </td>
          </tr>
          <Pile
            name="Second opinion"
            left={bench.secondLeft}
            why="One in ten is coded by a second person, who does not see the first one’s answer."
            to="second"
          />
          <Pile
            name="Audit sample, blind"
            left={bench.auditLeft}
            why="Drawn at random and where it would lift a grade, coded without help, never learned from. Figures are corrected by it."
            to="audit"
          />
          <ToRecode bench={bench} />
          <ToLookAt bench={bench} />
        </tbody>
      </table>
    </Section>
  );
}

function ToRecode({ bench }: { bench: Bench }) {
  if (bench.toRecode === 0) return null;
  return (
    <Pile
      name="To be re-coded"
      left={bench.toRecode}
      why="A theme of theirs was split since. Until somebody has said again, its parts show no figure."
      to="batch"
    />
  );
}

function ToLookAt({ bench }: { bench: Bench }) {
  const onDuty = hasRole(useFrame(), 'DUTY');
  return (
    <>
      <tr>
        <th scope="row">Two people differ</th>
        <td className="number">{count(bench.disagreements)}</td>
        <td className="quiet">Side by side, until somebody settles it.</td>
        <td>
          <Go to="/workbench/disagreements">Settle them</Go>
        </td>
      </tr>
      {onDuty && (
        <tr>
          <th scope="row">Somebody may be at risk</th>
          <td className="number">{count(bench.safeguarding)}</td>
          <td className="quiet">Flagged by words that may mean harm, abuse or suicide. Look at once.</td>
          <td>
            <Go to="/workbench/safeguarding">Look at them</Go>
          </td>
        </tr>
      )}
    </>
  );
}

function Pile({ name, left, why, to }: { name: string; left: number; why: string; to: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{count(left)}</td>
      <td className="quiet">{why}</td>
      <td>
        {left > 0 ? (
          <Go to="/workbench/code" query={{ pile: to }}>
            Code them<span className="govuk-visually-hidden">: {name}</span>
          </Go>
        ) : (
          <span className="quiet">Nothing waits</span>
        )}
      </td>
    </tr>
  );
}

function Standing({ bench }: { bench: Bench }) {
  const inForce = bench.models.find((model) => model.inForce);
  const waiting = bench.models.find(
    (model) => !model.inForce && model.codings !== null && !model.signedOffAt,
  );
  return (
    <Section title="The coder that speaks now">
      {inForce && (
        <dl className="coding-facts">
          <dt>Model</dt>
          <dd>{unhashed(inForce.version)}</dd>
          <dt>Learned from</dt>
          <dd>
            {inForce.codings === null
              ? 'phrase rules of the codebook, no codings'
              : plural(inForce.codings, 'coding', 'codings')}
          </dd>
          <dt>Signed off</dt>
          <dd>
            {inForce.signedOffBy
              ? `by ${inForce.signedOffBy}, ${moment(inForce.signedOffAt ?? inForce.madeAt)}`
              : 'not needed: it came with the codebook'}
          </dd>
          <dt>Codebook</dt>
          <dd>
            {bench.codebook}{' '}
            {inForce.codebookVersion ?? bench.codebooks.find((book) => book.inForce)?.version}
          </dd>
        </dl>
      )}
      <p>
        <Go to="/workbench/compare" className="button second">
          {waiting ? 'Look at what it learned' : 'Let it learn from your codings'}
        </Go>
      </p>
    </Section>
  );
}

function More({ bench }: { bench: Bench }) {
  const newest = bench.codebooks[0];
  return (
    <Section title="Look closer">
      <ul className="plain">
        <li>
          <Go to="/workbench/emerging">What people begin to speak of</Go>, before it is a theme
        </li>
        <li>
          <Go to="/workbench/agreement">How far people and coder agree</Go>, theme by theme
        </li>
        <li>
          <Go to="/workbench/suggestions">Themes that nobody has named yet</Go>: keep, merge or drop
        </li>
        <li>
          <Go to="/workbench/problems">Figures that somebody said look wrong</Go>: read and answer
        </li>
        <li>
          <Go to="/workbench/codebooks">Codebooks for your own consultations</Go>: themes of any subject, from
          their comments
        </li>
        <li>
          <Go to="/workbench/codebook">The city’s codebook and its versions</Go>
          {newest && !newest.inForce ? `: version ${newest.version} waits for a model` : ''}
        </li>
      </ul>
    </Section>
  );
}
