import { useId, type ReactNode } from 'react';

interface Props {
  /** The message of what is shown, not its subject. */
  title: string;
  /** Measure, base, period, source. */
  measure?: ReactNode;
  tools?: ReactNode;
  className?: string;
  children: ReactNode;
  id?: string;
}

/** A rule in ink, a heading that states the message, a line with measure, base and period, then the content. */
export function Section({ title, measure, tools, className = '', children, id }: Props) {
  const heading = useId();
  return (
    <section className={`section ${className}`} aria-labelledby={heading} id={id}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {tools && <div className="tools">{tools}</div>}
      </div>
      {measure && <p className="measure">{measure}</p>}
      {children}
    </section>
  );
}
