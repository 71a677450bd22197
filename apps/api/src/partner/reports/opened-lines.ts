import { type HeldReport, openReport, type ReportLine } from '#store';
import { notFound } from '../../graphql/errors.js';
import type { Session } from '../../sign-in/session.js';

const opened = new WeakMap<ReportLine, Promise<HeldReport>>();
/** The latest opening of a request, behind which the next one waits: a long list is no crowd of connections. */
const latest = new WeakMap<Session, Promise<unknown>>();

/**
 * A report with its contents. Of one that a list told, it is opened, once a request, and that is written down while it is not out.
 * @throws ApiError where it is not there any more for this session
 */
export function wholeOf(line: ReportLine | HeldReport, session: Session): Promise<HeldReport> {
  if ('texts' in line) return Promise.resolve(line);
  const known = opened.get(line);
  if (known) return known;
  const before = latest.get(session) ?? Promise.resolve();
  const whole = before.then(async () => {
    const found = await session.work((tx) => openReport(tx, line.id));
    if (!found) throw notFound();
    return found;
  });
  opened.set(line, whole);
  latest.set(
    session,
    whole.catch(() => null),
  );
  return whole;
}
