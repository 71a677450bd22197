import { Go } from '../app/Go';
import { useTitle } from '../app/title';

interface Props {
  title?: string;
  children?: React.ReactNode;
}

export function NotFoundPage({ title = 'There is no such page', children }: Props) {
  useTitle(title);
  return (
    <div className="prose">
      <h1>{title}</h1>
      <div style={{ marginTop: 16 }}>
        {children ?? (
          <p>The address may have been cut short when it was copied, or the page may have moved.</p>
        )}
        <p>
          <Go to="/">Go to the overview</Go>, or see <Go to="/themes">all themes</Go> and{' '}
          <Go to="/wards">all wards</Go>.
        </p>
      </div>
    </div>
  );
}
