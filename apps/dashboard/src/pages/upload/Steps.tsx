const STEPS = ['Choose a file', 'Check how we read it', 'Receipt'];

/** Where one is on the way of a file. @param at from 0 */
export function Steps({ at }: { at: number }) {
  return (
    <ol className="steps" aria-label="Steps">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined}>
          {index + 1}. {step}
        </li>
      ))}
    </ol>
  );
}
