import { useState } from 'react';
import { useLocation } from 'react-router';
import { Go } from '../app/Go';
import { hasRole, mayWriteDecisions, type Frame } from '../app/view';

interface Entry {
  to: string;
  name: string;
  apart?: boolean;
  /** A page that the server makes, for reading without a script. */
  made?: boolean;
}

const PUBLIC: Entry[] = [
  { to: '/', name: 'Overview' },
  { to: '/themes', name: 'Themes' },
  { to: '/wards', name: 'Wards' },
  { to: '/engagements', name: 'Engagements' },
  { to: '/what-happened', name: 'What happened' },
  { to: '/questions', name: 'Questions' },
  { to: '/unheard', name: 'Who is missing' },
  { to: '/read/reports', name: 'Reports', made: true },
  { to: '/sources', name: 'Sources' },
];

const DELIVERIES: Entry = { to: '/deliveries', name: 'Deliveries', apart: true };
const SEND: Entry = { to: '/upload', name: 'Send a file' };
/** Rows to mend hold cells as they came: the partner's alone. */
const PARTNER: Entry[] = [DELIVERIES, { to: '/quarantine', name: 'Rows to mend' }, SEND];
const LEAD: Entry[] = [DELIVERIES, SEND];

const ANALYST: Entry[] = [{ to: '/workbench', name: 'Workbench', apart: true }];

/** Comments are read by analysts only. */
const SEARCH: Entry[] = [{ to: '/search', name: 'Search', apart: true }];

const ADMINISTRATOR: Entry[] = [{ to: '/accounts', name: 'People', apart: true }];

/** Whoever may write decisions of an own agency. */
const WRITER: Entry[] = [
  { to: '/decisions', name: 'Decisions', apart: true },
  { to: '/report-room', name: 'Report room' },
];
const SECOND: Entry[] = [{ to: '/second', name: 'Second person' }];

const REVIEWER: Entry[] = [{ to: '/matches', name: 'Possible matches', apart: true }];

/** A row of links; on narrow screens behind one button that says where you are. */
export function Menu({ frame }: { frame: Frame }) {
  const { pathname } = useLocation();
  // Open only for the page on which it was opened: going somewhere closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === pathname;
  const entries = [
    ...PUBLIC,
    ...(hasRole(frame, 'PARTNER') ? PARTNER : hasRole(frame, 'LEAD') ? LEAD : []),
    ...(hasRole(frame, 'ANALYST') ? SEARCH : []),
    ...(hasRole(frame, 'ANALYST', 'EDITOR', 'DUTY') ? ANALYST : []),
    ...(mayWriteDecisions(frame) ? WRITER : []),
    ...(hasRole(frame, 'ANALYST', 'EDITOR', 'LEAD', 'OFFICER') ? SECOND : []),
    ...(hasRole(frame, 'REVIEWER') ? REVIEWER : []),
    ...(hasRole(frame, 'ADMINISTRATOR') ? ADMINISTRATOR : []),
  ];
  const isHere = ({ to }: Entry) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  const here = entries.find(isHere);
  return (
    <nav className="menu" aria-label="Menu">
      <button
        type="button"
        className="menu-toggle"
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpenOn(open ? null : pathname)}
      >
        Menu <span aria-hidden="true">{open ? '▴' : '▾'}</span>{' '}
        {here && <span className="here">{here.name}</span>}
      </button>
      <ul className={`width ${open ? '' : 'closed'}`} id="menu">
        {entries.map((entry) => (
          <li key={entry.to} className={entry.apart ? 'apart' : undefined}>
            {entry.made ? (
              <a href={entry.to}>{entry.name}</a>
            ) : (
              <Go to={entry.to} className="" current={entry === here}>
                {entry.name}
              </Go>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
