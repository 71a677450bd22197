import type { PrintedDocument } from './document.js';
import type { SetReport } from './printer.js';
import { typeset } from './typeset.js';

// One document a process: what the typesetter took of memory goes with it.
process.on('disconnect', () => process.exit());
process.once('message', (document) => {
  const answer = answerTo(document as PrintedDocument);
  process.send?.(answer, () => process.disconnect());
});

function answerTo(document: PrintedDocument): SetReport | { fault: string } {
  try {
    return { ...typeset(document), peakMb: process.resourceUsage().maxRSS / 1024 };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
