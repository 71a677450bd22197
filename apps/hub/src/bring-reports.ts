import type { INestApplicationContext } from '@nestjs/common';
import type { DemoReport } from '#demo';
import { JUDGEMENT, namedIn } from '#reports';
import {
  adoptReport,
  demonstrationIsLoaded,
  readReleasedReports,
  type Database,
  type ReportDraft,
} from '#store';
import { NamedFigures } from '../../api/src/partner/reports/named-figures.js';
import { ReportDesk } from '../../api/src/partner/reports/report-desk.js';
import type { ReportContent } from '../../api/src/public/reports/content.js';
import { Editions } from '../../api/src/public/editions/editions.js';

/**
 * Releases the demonstration's reports, made of its latest edition as an officer's are, once it is loaded. Safe to call again: those that
 * are out stay, and one that a check would stop is left out. Where the edition's figures are still being made ready, as after an upgrade
 * from a release that kept no tables, the next start brings them: whoever makes the figures is started after this.
 */
export async function bringReports(
  app: INestApplicationContext,
  databases: { worker: Database; published: Database },
): Promise<void> {
  if (!(await demonstrationIsLoaded(databases.worker))) return;
  const { demoReports } = await import('#demo');
  const out = new Set((await readReleasedReports(databases.published)).map(({ slug }) => slug));
  const missing = demoReports().filter(({ slug }) => !out.has(slug));
  const edition = missing.length > 0 ? await app.get(Editions).find() : null;
  if (!edition) return;
  try {
    for (const report of missing) {
      const made = await madeOf(app, report, edition.number);
      if (made) await adoptReport(databases.worker, made.draft, made, report);
    }
  } catch (error) {
    if (!isNotYetReleased(error)) throw error;
  }
}

/** By the code of whoever could not tell a figure just now. */
const isNotYetReleased = (error: unknown): boolean =>
  ['EBUSY', 'BUSY'].includes(String((error as { code?: unknown }).code));

/** The report as the desk makes it; null where a check stops it: a small city may tell nothing of what it is about. */
async function madeOf(
  app: INestApplicationContext,
  report: DemoReport,
  edition: number,
): Promise<{ draft: ReportDraft; content: ReportContent; digest: string } | null> {
  const desk = app.get(ReportDesk);
  const draft = await withEquality(await draftOf(report, edition, app.get(NamedFigures)), desk);
  const { content, digest, checks } = await desk.content(draft);
  return checks.some(({ stops }) => stops.length > 0) ? null : { draft, content, digest };
}

/** The draft without sentences whose figures the edition does not tell: a small city hides more than a large one. */
async function draftOf(report: DemoReport, edition: number, named: NamedFigures): Promise<ReportDraft> {
  const { agency, slug, title, kind, subject, forWhom } = report;
  const ids = namedIn(report.texts.flatMap(({ sentences }) => sentences.map((text) => ({ text })))).figures;
  const found = await named.of(ids, edition);
  const isTold = (text: string): boolean => namedIn([{ text }]).figures.every((id) => found.get(id)?.people);
  const texts = report.texts.map(({ code, sentences }) => ({
    code,
    text: sentences
      .filter(isTold)
      .join(' ')
      .replaceAll(/ *\n */g, '\n')
      .trim(),
  }));
  return { agency, slug, title, kind, subject, forWhom, edition, texts, corrects: null };
}

/** The equality section as the desk drafts it, with the judgement of its made-up author in its place. */
async function withEquality(draft: ReportDraft, desk: ReportDesk): Promise<ReportDraft> {
  const drafted = async (judgement: string): Promise<string> =>
    (await desk.equality(draft.kind, draft.subject, draft.edition)).replace(JUDGEMENT, judgement);
  const texts = await Promise.all(
    draft.texts.map(async ({ code, text }) => ({
      code,
      text: code === 'equality' && text ? await drafted(text) : text,
    })),
  );
  return { ...draft, texts };
}
