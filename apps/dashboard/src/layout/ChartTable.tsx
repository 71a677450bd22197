import { useState, type ReactNode } from 'react';

/** A chart with its table one press away: the same figures, beside the drawing. */
export function useTableSwitch(title: string): { open: boolean; button: ReactNode } {
  const [open, setOpen] = useState(false);
  return {
    open,
    button: (
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide table' : 'Table'}
        <span className="govuk-visually-hidden">: {title}</span>
      </button>
    ),
  };
}
