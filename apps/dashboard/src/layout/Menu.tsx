import { useLocation } from 'react-router';
import { Go } from '../app/Go';
import { hasRole, type Frame } from '../app/view';

interface Entry {
  to: string;
  name: string;
  apart?: boolean;
}

const PUBLIC: Entry[] = [
  { to: '/', name: 'Overview' },
  { to: '/themes', name: 'Themes' },
  { to: '/wards', name: 'Wards' },
  { to: '/engagements', name: 'Engagements' },
  { to: '/unheard', name: 'Who is missing' },
  { to: '/sources', name: 'Sources' },
];

const PARTNER: Entry[] = [
  { to: '/deliveries', name: 'Deliveries', apart: true },
  { to: '/upload', name: 'Send a file' },
];

export function Menu({ frame }: { frame: Frame }) {
  const { pathname } = useLocation();
  const entries = hasRole(frame, 'PARTNER') ? [...PUBLIC, ...PARTNER] : PUBLIC;
  const here = (to: string) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <nav className="menu" aria-label="Menu">
      <ul className="width">
        {entries.map((entry) => (
          <li key={entry.to} className={entry.apart ? 'apart' : undefined}>
            <Go to={entry.to} className="" current={here(entry.to)}>
              {entry.name}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}
