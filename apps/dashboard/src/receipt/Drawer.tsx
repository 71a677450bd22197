import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useAnswer } from '../app/answer';
import { useView } from '../app/view';
import { Failed } from '../states/Failed';
import { Skeleton } from '../states/Skeleton';
import type { ReceiptRequest } from './accounted';
import { DrawerBody, headline } from './DrawerBody';
import { narrowed, sameCell } from './narrow';
import { RECEIPT } from './queries';
import { ReceiptSign } from './ReceiptSign';

const FOCUSABLE = 'a[href], button:not([disabled]), textarea, input, select, [tabindex="0"]';

/** Keeps the focus inside: from the last element to the first and back. */
function keepInside(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first, last] = [all[0], all.at(-1)];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}

/** "How was this counted?": a dialog from the right; the focus moves in, stays in, and returns. */
export function Drawer({ request, onClose }: { request: ReceiptRequest; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const view = useView();
  const question = narrowed(request.question, request.keys);
  const answer = useAnswer({ query: RECEIPT, variables: { ...question, ...view } });
  const figure = request.keys.length
    ? answer.data?.figures.nodes.find((node) => sameCell(node.keys, request.keys))
    : answer.data?.figures.total;
  useEffect(() => {
    const from = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    document.body.style.overflow = 'hidden';
    return () => {
      document.body.style.overflow = '';
      element?.close();
      if (from instanceof HTMLElement || from instanceof SVGElement) from.focus({ preventScroll: true });
    };
  }, []);
  const head = figure ? headline(figure, request.name) : { title: request.name, line: '' };
  return (
    <dialog
      className="drawer"
      ref={dialog}
      aria-labelledby="drawer-title"
      onClose={onClose}
      onKeyDown={keepInside}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="drawer-head">
        <div>
          <p className="over">
            <ReceiptSign /> How was this counted?
          </p>
          <h2 id="drawer-title">{head.title}</h2>
          {head.line && <p>{head.line}</p>}
        </div>
        <button type="button" className="button" onClick={onClose} autoFocus>
          Close <kbd className="key">Esc</kbd>
        </button>
      </div>
      <div className="drawer-body">
        {answer.error ? (
          <Failed
            error={answer.error}
            again={answer.again}
            title="We could not fetch this receipt"
            level={3}
          />
        ) : figure ? (
          <DrawerBody figure={figure} question={question} title={head.title} />
        ) : answer.data ? (
          <p>There is nobody in this figure: nothing was received that fits these filters.</p>
        ) : (
          <Skeleton rows={9} />
        )}
      </div>
    </dialog>
  );
}
