import type { ReceiptRequest } from './accounted';
import { useReceipt } from './ReceiptProvider';
import { ReceiptSign } from './ReceiptSign';

/** The button at every figure; headline figures say it in words. */
export function ReceiptButton({ request, words = false }: { request: ReceiptRequest; words?: boolean }) {
  const open = useReceipt();
  if (words) {
    return (
      <button type="button" className="receipt-words" onClick={() => open(request)}>
        <ReceiptSign />
        <span>
          How was this counted?<span className="govuk-visually-hidden"> {request.name}</span>
        </span>
      </button>
    );
  }
  return (
    <button
      type="button"
      className="receipt-sign"
      onClick={() => open(request)}
      aria-label={`How was this counted? ${request.name}`}
      title="How was this counted?"
    >
      <ReceiptSign />
    </button>
  );
}
