import { type HeldReport, openReport, type ReportLine } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { notFound } from '../../graphql/errors.js';

/**
 * A report with its contents. Of one that a list told, it is opened, once a request, and that is written down while it is not out.
 * @throws ApiError where it is not there any more for this session
 */
export const wholeOf = (line: ReportLine | HeldReport, context: ApiContext): Promise<HeldReport> =>
  'texts' in line ? Promise.resolve(line) : context.batch(opened).load(line);

/** One after the other: a long list is no crowd of connections. */
async function opened(
  { session }: ApiContext,
  lines: readonly ReportLine[],
): Promise<(HeldReport | Error)[]> {
  const whole: (HeldReport | Error)[] = [];
  for (const { id } of lines) {
    const found = await session.work((tx) => openReport(tx, id)).catch((error: Error) => error);
    whole.push(found ?? notFound());
  }
  return whole;
}
