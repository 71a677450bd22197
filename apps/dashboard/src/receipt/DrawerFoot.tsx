import { useState } from 'react';
import { useClient } from 'urql';
import { useFrame, useView } from '../app/view';
import type { Question } from '../figures/figure';
import { day, time } from '../figures/format';
import type { ReceiptFigure } from './DrawerBody';
import { sameCell } from './narrow';
import { ProblemForm } from './ProblemForm';
import { RECEIPT } from './queries';
import { compared, citation, versionLine, type Outcome } from './same-number';

/** Edition and fingerprint, "Run again" with its outcome, a citation to copy, and "This looks wrong". */
export function DrawerFoot({
  figure,
  question,
  title,
}: {
  figure: ReceiptFigure;
  question: Question;
  title: string;
}) {
  const { hub } = useFrame();
  const [outcome, run] = useRunAgain(figure, question);
  const [copied, setCopied] = useState('');
  const [wrong, setWrong] = useState(false);
  const copy = async () => {
    const text = citation({
      figure,
      title,
      city: hub.city,
      synthetic: hub.synthetic,
      address: window.location.href,
    });
    try {
      await navigator.clipboard.writeText(text);
      setCopied('Copied.');
    } catch {
      setCopied(text);
    }
  };
  return (
    <>
      <div className="same-number">
        <p>
          <strong>{figure.edition ? `Edition ${figure.edition.number}` : 'Working, not published'}</strong>
          {figure.edition && (
            <>
              , published {day(figure.edition.publishedAt)} · fingerprint{' '}
              <strong>{figure.edition.fingerprint}</strong>
            </>
          )}
        </p>
        <p className="quiet">
          Figure <code>{figure.id}</code>
        </p>
        <p className="quiet">{versionLine(figure.receipt.versions)}</p>
        <p role="status" className={`outcome ${outcome && !outcome.same ? 'differs' : ''}`}>
          {outcome?.words}
        </p>
      </div>
      <div className="drawer-foot">
        <button type="button" className="button" onClick={() => void run()}>
          Run again
        </button>
        <button type="button" className="button second" onClick={() => void copy()}>
          Copy as citation
        </button>
        <button
          type="button"
          className="link-button push"
          aria-expanded={wrong}
          onClick={() => setWrong(!wrong)}
        >
          This looks wrong
        </button>
      </div>
      <p className="note" role="status">
        {copied}
      </p>
      {wrong && <ProblemForm figure={figure.id} />}
    </>
  );
}

/** Asks the hub for the same figure once more, past every cache of this page, and compares. */
function useRunAgain(figure: ReceiptFigure, question: Question): [Outcome | null, () => Promise<void>] {
  const client = useClient();
  const view = useView();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = async () => {
    const variables = { ...question, ...view };
    const result = await client.query(RECEIPT, variables, { requestPolicy: 'network-only' }).toPromise();
    const now = time(new Date().toISOString());
    if (!result.data) {
      setOutcome({
        same: false,
        words: `Run again at ${now}: the hub did not answer. Try again in a minute.`,
      });
      return;
    }
    const { nodes, total } = result.data.figures;
    const found = figure.keys.length ? nodes.find((node) => sameCell(node.keys, figure.keys)) : total;
    setOutcome(compared(figure, found, now));
  };
  return [outcome, run];
}
