import { useState } from 'react';
import { frozenAddress } from '../downloads/frozen';
import { useFrame, useView } from '../app/view';

/** Copies a link that shows these figures for ever: the edition is written into it. */
export function FrozenLink() {
  const { edition } = useFrame();
  const { working } = useView();
  const [said, setSaid] = useState('');
  if (working || !edition) return null;
  const copy = async () => {
    const link = frozenAddress(window.location.href, edition.number);
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Copied');
    } catch {
      window.history.replaceState(window.history.state, '', link);
      setSaid('The address above is now the frozen link');
    }
  };
  return (
    <>
      <button type="button" className="link-button" onClick={() => void copy()}>
        Frozen link
      </button>
      <span role="status" className="quiet">
        {said}
      </span>
    </>
  );
}
