import type { DeliveredFile } from './contract.js';
import { FOR_PAGES } from './reading/apart/for-pages.js';
import { childScript, Readers } from './reading/apart/readers.js';
import { previewHere, type DeliveryLook, type PreviewRequest } from './preview-here.js';

const readers = new Readers<PreviewRequest, never, DeliveryLook>(
  childScript(import.meta.url, 'preview-child'),
  previewHere,
  FOR_PAGES,
);

/**
 * What the hub makes of a file before it is delivered, found out in a process of its own.
 * @throws HubError `retry` where too many files are being looked at just now
 */
export async function previewApart(
  connector: string,
  file: DeliveredFile,
  mapping: unknown,
): Promise<DeliveryLook> {
  const answer = await readers.ask({ connector, file, mapping });
  return answer.ended === null ? answer.value : endedLook(file.name, answer.ended);
}

const WHY = {
  'too-slow': 'The file takes longer to show than a page can wait. Deliver it, or send a part of it.',
  'too-large': 'The file needs more memory to show than the hub gives. Deliver it, or send a part of it.',
};

function endedLook(file: string, ended: 'too-slow' | 'too-large'): DeliveryLook {
  const refusal = { status: 'refused', reason: WHY[ended] } as const;
  return {
    seen: { file, ok: false, code: `preview-${ended}`, ...refusal },
    problem: { ...refusal, suggestedMapping: null },
  };
}
