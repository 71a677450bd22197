import { FOR_PAGES } from '../reading/apart/for-pages.js';
import { childScript, Readers } from '../reading/apart/readers.js';
import type { FileLook } from './look.js';
import { lookHere, type LookRequest } from './look-here.js';

const readers = new Readers<LookRequest, never, FileLook>(
  childScript(import.meta.url, 'look-child'),
  lookHere,
  FOR_PAGES,
);

export type LookAnswer =
  { ok: true; look: FileLook } | { ok: false; code: 'look-too-slow' | 'look-too-large'; reason: string };

const WHY = {
  'too-slow':
    'The file takes longer to show than a page can wait. Send it as this source is read, or a part of it.',
  'too-large':
    'The file needs more memory to show than the hub gives. Send it as this source is read, or a part of it.',
};

/**
 * Looks at a file in a process of its own.
 * @throws HubError `retry` where too many files are being looked at just now
 */
export async function lookApart(request: LookRequest): Promise<LookAnswer> {
  const answer = await readers.ask(request);
  if (answer.ended === null) return { ok: true, look: answer.value };
  return { ok: false, code: `look-${answer.ended}`, reason: WHY[answer.ended] };
}
