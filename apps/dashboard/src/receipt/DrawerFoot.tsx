import { useState } from 'react';
import type { Question } from '../figures/figure';
import { CiteButton } from './CiteButton';
import type { ReceiptFigure } from './accounted';
import { EditionLine } from './EditionLine';
import { ProblemForm } from './ProblemForm';
import { madeBy } from './made-by';
import type { Outcome } from './same-number';
import { useRunAgain } from './useRunAgain';

interface Props {
  figure: ReceiptFigure;
  question: Question;
  title: string;
}

/** Edition and fingerprint, "Run again" with its outcome, a citation to copy, and "This looks wrong". */
export function DrawerFoot({ figure, question, title }: Props) {
  const [outcome, run] = useRunAgain(figure, question);
  const [copied, setCopied] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <SameNumber figure={figure} outcome={outcome} />
      <div className="drawer-foot">
        <button type="button" className="button" onClick={() => void run()}>
          Run again
        </button>
        <CiteButton figure={figure} title={title} onCopied={setCopied} />
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

/** Which edition, which figure, which versions; and whether it is still the same number. */
function SameNumber({ figure, outcome }: { figure: ReceiptFigure; outcome: Outcome | null }) {
  const { edition } = figure;
  return (
    <div className="same-number">
      <EditionLine edition={edition} />
      <p className="quiet">
        Figure <code>{figure.id}</code>
      </p>
      <p className="quiet">{madeBy(figure.receipt.versions)}</p>
      <p role="status" className={`outcome ${outcome && !outcome.same ? 'differs' : ''}`}>
        {outcome?.words}
      </p>
    </div>
  );
}
