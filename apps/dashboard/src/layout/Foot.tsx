import { Go } from '../app/Go';
import { useView, type Frame } from '../app/view';

const PAGES = [
  ['/methods', 'Methods'],
  ['/api', 'Interface for programs'],
  ['/accessibility', 'Accessibility statement'],
  ['/how-we-use-information', 'How we use information'],
  ['/corrections', 'Corrections'],
] as const;

export function Foot({ frame }: { frame: Frame }) {
  const { working } = useView();
  return (
    <footer className="page-foot">
      <div className="width">
        <span>
          {working && 'Working figures, not published. '}Counts of people who took part. Not a survey of the
          whole city.
        </span>
        <ul>
          {PAGES.map(([to, name]) => (
            <li key={to}>
              <Go to={to} className="link same">
                {name}
              </Go>
            </li>
          ))}
        </ul>
        <span>Version {frame.hub.version}</span>
      </div>
    </footer>
  );
}
