import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import type { ReceiptRequest } from './accounted';
import { AnswersDrawer } from './AnswersDrawer';
import { Drawer } from './Drawer';

const OpenContext = createContext<(request: ReceiptRequest) => void>(() => undefined);

/** Opens "How was this counted?" from anywhere. */
export const useReceipt = (): ((request: ReceiptRequest) => void) => useContext(OpenContext);

export function ReceiptProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<ReceiptRequest | null>(null);
  const close = useCallback(() => setRequest(null), []);
  return (
    <OpenContext value={setRequest}>
      {children}
      {request &&
        ('answers' in request ? (
          <AnswersDrawer request={request} onClose={close} />
        ) : (
          <Drawer request={request} onClose={close} />
        ))}
    </OpenContext>
  );
}
