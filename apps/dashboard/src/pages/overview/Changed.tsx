import { Go } from '../../app/Go';
import { useFrame } from '../../app/view';
import { Section } from '../../layout/Section';
import { Changes } from '../editions/Changes';

export function Changed() {
  const { edition } = useFrame();
  if (!edition) return null;
  const first = edition.before === null;
  return (
    <Section
      title={first ? 'This is the first edition' : `What changed since edition ${edition.before}`}
      measure={
        first ? 'From the next edition on, what is new, corrected or missing is listed here.' : undefined
      }
      tools={
        <Go to="/editions" className="link same">
          All editions
        </Go>
      }
    >
      <Changes number={edition.number} before={edition.before} />
    </Section>
  );
}
