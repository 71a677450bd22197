import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
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

interface Props {
  title: string;
  line: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog from the right; the focus moves in, stays in, and returns. */
export function DrawerShell({ title, line, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
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
          <h2 id="drawer-title">{title}</h2>
          {line && <p>{line}</p>}
        </div>
        <button type="button" className="button" onClick={onClose} autoFocus>
          Close <kbd className="key">Esc</kbd>
        </button>
      </div>
      <div className="drawer-body">{children}</div>
    </dialog>
  );
}
