import { useEffect } from 'react';
import { useFrame, useView } from './view';

/**
 * Sets the page title. It begins with what matters most to somebody who hears it first:
 * that a form has an error, or that the figures are not published.
 */
export function useTitle(title: string, error = false): void {
  const { hub } = useFrame();
  const { working } = useView();
  useEffect(() => {
    const parts = [title, `Co-operative Brain ${hub.city}`];
    if (working) parts.unshift('Working figures, not published');
    document.title = `${error ? 'Error: ' : ''}${parts.join(' - ')}`;
  }, [title, error, hub.city, working]);
}
