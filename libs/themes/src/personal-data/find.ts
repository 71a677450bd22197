import type { Span } from '../contract.js';
import { findAddresses } from './addresses.js';
import type { Finding } from './finding.js';
import { findNumbers } from './numbers.js';
import { findPeople } from './people.js';

/** Personal data in a text, in the order of the text, never overlapping. Nothing leaves this machine. */
export function findPersonalData(text: string): Finding[] {
  const found = findNumbers(text);
  for (const finding of [...findAddresses(text), ...findPeople(text)]) {
    const span = clear(finding.span, found);
    if (span) found.push({ ...finding, span });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What of a span lies before the first finding that it meets; null where it begins inside one. */
function clear(span: Span, found: Finding[]): Span | null {
  let { end } = span;
  for (const known of found) {
    if (known.span.end <= span.start || known.span.start >= end) continue;
    if (known.span.start <= span.start) return null;
    end = known.span.start;
  }
  return { start: span.start, end };
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
