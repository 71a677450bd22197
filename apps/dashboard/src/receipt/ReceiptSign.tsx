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
