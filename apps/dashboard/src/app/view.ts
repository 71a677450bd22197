import { createContext, useContext } from 'react';
import { useSearchParams } from 'react-router';
import type { FrameQuery, Role } from '../gql/graphql';

export type Frame = FrameQuery;
export type EditionLine = NonNullable<FrameQuery['edition']>;

/** Which figures this page shows: those of one frozen edition, or the working ones (analysts only). */
export interface View {
  /** Null: the latest edition. */
  edition: number | null;
  working: boolean;
}

export const FrameContext = createContext<Frame | null>(null);

/** What the hub is and who is asking; known to every page below the layout. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('useFrame is called outside the layout');
  return frame;
}

export function hasRole(frame: Frame, ...wanted: Role[]): boolean {
  return wanted.some((role) => frame.viewer?.roles.includes(role));
}

/** May whoever asks write decisions of an own agency? The database says so too, agency by agency. */
export const mayWriteDecisions = (frame: Frame): boolean => hasRole(frame, 'LEAD', 'OFFICER');

/** Edition number in an address, or null where it is absent or not a number. */
export function editionIn(search: URLSearchParams): number | null {
  const text = search.get('edition');
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

export function useView(): View {
  const [search] = useSearchParams();
  const frame = useFrame();
  const working = search.get('figures') === 'working' && hasRole(frame, 'ANALYST');
  return { edition: working ? null : editionIn(search), working };
}

/** The part of an address that a link to another page carries on: which figures are being read. */
export function keptSearch(search: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const name of ['edition', 'figures']) {
    const value = search.get(name);
    if (value) kept.set(name, value);
  }
  return kept;
}
