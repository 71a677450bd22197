import { useMutation } from 'urql';
import { Go } from '../app/Go';
import { SIGN_OUT } from '../app/queries';
import type { Frame } from '../app/view';
import { Waiting } from './Waiting';

export function Masthead({ frame }: { frame: Frame }) {
  return (
    <header className="masthead">
      <div className="width">
        <Go to="/" className="brand">
          <Mark />
          <strong>Co-operative Brain</strong>
          <span className="city">{frame.hub.city}</span>
          {frame.hub.synthetic && <span className="trial">Trial</span>}
        </Go>
        {frame.viewer ? <Who name={frame.viewer.name} /> : <span className="who">Public view</span>}
      </div>
    </header>
  );
}

function Who({ name }: { name: string }) {
  const [, signOut] = useMutation(SIGN_OUT);
  const leave = async () => {
    await signOut({});
    // A whole new page, so that nothing of the session stays in memory.
    window.location.assign('/');
  };
  return (
    <span className="who">
      <Waiting /> ·{' '}
      <Go to="/sessions" className="">
        {name}
        <span className="govuk-visually-hidden">: where you are signed in</span>
      </Go>{' '}
      · <button onClick={() => void leave()}>Sign out</button>
    </span>
  );
}

/** Four rings that overlap: four agencies, one version of the facts. */
function Mark() {
  return (
    <svg
      width="26"
      height="26"
      viewBox="4 4 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      <circle cx="12.5" cy="12.5" r="5.6" />
      <circle cx="19.5" cy="12.5" r="5.6" />
      <circle cx="12.5" cy="19.5" r="5.6" />
      <circle cx="19.5" cy="19.5" r="5.6" />
    </svg>
  );
}
