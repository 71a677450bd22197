import type { Finding } from './finding.js';
import { findNumbers } from './numbers.js';

/** Personal data in a text, in the order of the text, never overlapping. Nothing leaves this machine. */
export function findPersonalData(text: string): Finding[] {
  return findNumbers(text);
}

/** The text with each finding replaced by its type, for example `[phone]`. */
export function redact(text: string, findings: Finding[] = findPersonalData(text)): string {
  let out = '';
  let from = 0;
  for (const { span, type } of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from) continue;
    out += `${text.slice(from, span.start)}[${type}]`;
    from = span.end;
  }
  return out + text.slice(from);
}
