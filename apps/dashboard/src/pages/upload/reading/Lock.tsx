/** Says that a column tells who somebody is. */
export function Lock() {
  return (
    <svg
      className="lock"
      width="12"
      height="12"
      viewBox="0 0 12 12"
      role="img"
      aria-label="About the person, kept apart"
    >
      <rect
        x="1.75"
        y="5"
        width="8.5"
        height="6"
        rx="1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      <path d="M3.75 5V3.5a2.25 2.25 0 0 1 4.5 0V5" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}
