import { Go } from '../app/Go';
import { Section } from '../layout/Section';

/** In place of a chart whose figures a theme's grade withholds. */
export function WhyWithheld({ title, why }: { title: string; why: string }) {
  return (
    <Section title={title} measure={why}>
      <p className="note">
        <Go to="/grades">How sure we are of each theme</Go>
      </p>
    </Section>
  );
}
