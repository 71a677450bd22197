import { useReceipt, type ReceiptRequest } from './ReceiptProvider';

/** The sign of a receipt: a slip of paper with lines and a torn foot. */
export function ReceiptSign() {
  return (
    <svg
      width="14"
      height="16"
      viewBox="0 0 14 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      <path d="M1.5 1h11v13.6l-1.8-1.2-1.9 1.2-1.8-1.2-1.8 1.2-1.9-1.2-1.8 1.2z" strokeLinejoin="round" />
      <path d="M4 4.5h6M4 7h6M4 9.5h4" />
    </svg>
  );
}

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
