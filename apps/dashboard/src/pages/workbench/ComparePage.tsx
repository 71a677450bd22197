import { useState } from 'react';
import { Go } from '../../app/Go';
import { count, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { Reason, SHORTEST_REASON } from '../second/Reason';
import { ChangedComments, ComparedThemes } from './Comparison';
import { ForAnalysts } from './ForAnalysts';
import { ASK, SIGN_OFF } from './queries';
import { WouldMove } from './WouldMove';
import { RunProgress } from './RunProgress';
import { isUnderWay, useNames, type Bench, type Run } from './useWorkbench';

/** Let the coder learn, see what would change, and only then let it speak. */
export function ComparePage() {
  return (
    <ForAnalysts
      title="Learn and compare"
      lede="See what a new model would change before it speaks. Published editions never move."
    >
      {(bench, again) => <Compare bench={bench} again={again} />}
    </ForAnalysts>
  );
}

function Compare({ bench, again }: { bench: Bench; again: () => void }) {
  const asked = useAction(ASK, (data) => data.askCoder);
  const run = (kind: Run['kind']) => bench.runs.find((one) => one.kind === kind);
  const [train, recode] = [run('TRAIN'), run('RECODE')];
  const learning = asked.busy || (train && isUnderWay(train));
  const start = async () => {
    if (await asked.act({ work: 'TRAIN' })) again();
  };
  const model = bench.models.find(({ version }) => version === train?.model);
  return (
    <>
      <div className="buttons">
        <button className="button" disabled={!!learning} onClick={() => void start()}>
          Learn from the codings
        </button>
        <span className="quiet">Takes some seconds. Nothing changes until somebody signs off.</span>
      </div>
      <NotDone problem={asked.problem} />
      {[train, recode].map((one) => one && isUnderWay(one) && <RunProgress key={one.id} run={one} />)}
      {train?.state === 'FAILED' && (
        <div className="failed" role="alert">
          <h2>The coder could not learn</h2>
          <p>Nothing was lost, and the coder that speaks now goes on. Try again.</p>
        </div>
      )}
      {recode?.state === 'PROPOSED' && (
        <p className="state due" role="status">
          ◷ Signed off by {recode.actor}. It <Go to="/second">waits for a second person</Go>.
        </p>
      )}
      {recode?.state === 'DONE' && recode.edition !== null && (
        <p className="state on-time" role="status">
          ✓ Signed off by {recode.actor}. Edition {recode.edition} shows it.
        </p>
      )}
      {train?.state === 'DONE' && train.comparison && model && (
        <Learned
          bench={bench}
          run={train}
          model={model}
          proposed={recode?.state === 'PROPOSED' && recode.model === model.version}
          again={again}
        />
      )}
    </>
  );
}

interface LearnedProps {
  bench: Bench;
  run: Run;
  model: Bench['models'][number];
  /** It waits for a second person already. */
  proposed: boolean;
  again: () => void;
}

function Learned({ bench, run, model, proposed, again }: LearnedProps) {
  const names = useNames(bench.themes);
  const { comparison } = run;
  if (!comparison) return null;
  return (
    <>
      <Section
        title={`${count(comparison.changed)} of ${count(comparison.compared)} comments would change`}
        measure={
          <>
            Learned from {plural(model.codings ?? 0, 'coding', 'codings')}
            {run.tookMs !== null && ` in ${(run.tookMs / 1000).toFixed(1)} seconds`}, codebook version{' '}
            {model.codebookVersion}.
          </>
        }
      >
        {comparison.f1Before !== null && comparison.f1After !== null && (
          <p>
            Agreement with people on {count(comparison.audited)} comments drawn at random and coded blind
            (F1): <strong>{comparison.f1Before.toFixed(2)}</strong> before,{' '}
            <strong>{comparison.f1After.toFixed(2)}</strong> after. What it would make of each theme’s grade,
            and of what the city reads, is below.
          </p>
        )}
        {model.inForce && <p className="state on-time">✓ This model speaks now</p>}
      </Section>
      <WouldMove themes={comparison.themes} book={bench.themes} names={names} />
      {!model.inForce && !proposed && <SignOff version={model.version} again={again} />}
      <ComparedThemes themes={comparison.themes} names={names} />
      <ChangedComments examples={comparison.examples} names={names} />
    </>
  );
}

function SignOff({ version, again }: { version: string; again: () => void }) {
  const [note, setNote] = useState('');
  const signing = useAction(SIGN_OFF, (data) => data.signOffModel);
  const submit = async () => {
    if (await signing.act({ version, note })) again();
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>Let this model speak?</h3>
      <p>
        Every comment is coded anew by it, people’s own codings stand, and a new edition is published, once
        another analyst agrees; at once where there is none. Earlier editions keep what they counted;{' '}
        <Go to="/editions">all editions</Go>.
      </p>
      <Reason id="sign-off-note" label="Why (kept with your name)" value={note} onChange={setNote} />
      <div className="buttons" style={{ marginTop: 12 }}>
        <button
          className="button"
          disabled={signing.busy || signing.done || note.trim().length < SHORTEST_REASON}
        >
          Sign off
        </button>
      </div>
      <NotDone problem={signing.problem} />
    </form>
  );
}
