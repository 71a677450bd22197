import { waitInWords, xmlText, type Wait } from '#domain';

/** A feed reader that has seen nothing newer asks no more than it must: the latest change of what waits. */
const latest = (waits: readonly Wait[]): string =>
  waits.reduce((last, { since }) => (since > last ? since : last), '1970-01-01T00:00:00Z');

/**
 * What waits for somebody, as Atom (RFC 4287). An entry's id stays the same while the same thing waits.
 * @param origin of the hub, e.g. `https://hub.example`
 */
export function waitsFeed(waits: readonly Wait[], origin: string): string {
  const entries = waits.map((wait) => {
    const { title, path } = waitInWords(wait);
    const since = new Date(wait.since).toISOString();
    return `<entry><id>tag:hub,2026:${xmlText(`${wait.kind}/${wait.subject}`)}</id><title>${xmlText(title)}</title>
<link href="${xmlText(origin + path)}"/><updated>${since}</updated></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:hub,2026:waits</id><title>Waits for you</title>
<author><name>Co-operative Brain</name></author><link href="${xmlText(`${origin}/waits`)}"/>
<updated>${new Date(latest(waits)).toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
}
