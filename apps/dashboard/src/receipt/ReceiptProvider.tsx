import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import type { Figure, Question } from '../figures/figure';
import { Drawer } from './Drawer';

/** Which figure to account for: the question of its table and its place in it (no keys: the whole). */
export interface ReceiptRequest {
  question: Question;
  keys: Figure['keys'];
  /** What it is called on the page, e.g. "Sutton and Mount Gould". */
  name: string;
}

const OpenContext = createContext<(request: ReceiptRequest) => void>(() => undefined);

/** Opens "How was this counted?" from anywhere. */
export const useReceipt = (): ((request: ReceiptRequest) => void) => useContext(OpenContext);

export function ReceiptProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<ReceiptRequest | null>(null);
  const close = useCallback(() => setRequest(null), []);
  return (
    <OpenContext value={setRequest}>
      {children}
      {request && <Drawer request={request} onClose={close} />}
    </OpenContext>
  );
}
