import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  checkReportText,
  namedIn,
  readText,
  type ChangeState,
  type CheckResult,
  type FigureShow,
  type FigureState,
} from '#reports';
import * as facts from '#facts';
import type { Edition } from '#facts';
import type { Database, QuoteWords, ReportDraft } from '#store';
import { badRequest, nullUnlessBusy } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';
import { Decisions, type DecisionNames } from '../../public/decisions/decisions.js';
import { Quotes } from '../../public/decisions/quotes.js';
import { Editions } from '../../public/editions/editions.js';
import { Figures } from '../../public/figures/figures.js';
import { THEMES, UNHEARD } from '../../public/figures/report-codes.js';
import { type ReportContent, type ReportKind, type ReportPart, TEXTS } from '../../public/reports/content.js';
import { quotedOf, quoteToken } from '../../public/reports/quotes-in.js';
import { draftEquality } from './equality.js';
import { figureInWords, hiddenMark, WAYS } from './figure-in-words.js';
import { riskCheck, RISKS, riskWords, withRisks } from './risk-table.js';
import { Session } from '../../sign-in/session.js';
import { type NamedFigure, NamedFigures } from './named-figures.js';
import { ReportTables } from './report-tables.js';
import { AskReleased } from './tables/ask-released.js';
import { changesThatStand } from './tables/change-cells.js';

/** What a draft names, looked up once. */
interface Named {
  edition: Edition;
  names: DecisionNames;
  figures: ReadonlyMap<string, NamedFigure | null>;
  quotes: ReadonlyMap<string, QuoteWords>;
}

/** Where a draft is looked at and its content made: of one edition, from what anybody may read. */
@Injectable()
export class ReportDesk {
  private readonly nobody: Session;

  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
    private readonly figures: Figures,
    private readonly named: NamedFigures,
    private readonly quotes: Quotes,
    private readonly decisions: Decisions,
    private readonly tables: ReportTables,
  ) {
    this.nobody = new Session(published, null);
  }

  /** Every check, whether it stops the release or not. */
  async check(draft: ReportDraft): Promise<CheckResult[]> {
    return this.checksOf(draft, await this.namedIn(draft));
  }

  /** The content of a draft, and the checks that it passes or does not. @param digest SHA-256 of the content, hexadecimal */
  async content(
    draft: ReportDraft,
  ): Promise<{ content: ReportContent; digest: string; checks: CheckResult[] }> {
    const named = await this.namedIn(draft);
    const { edition, names } = named;
    const [{ city, synthetic }, tables, checks] = await Promise.all([
      facts.about(this.published),
      this.tables.of(draft.kind, draft.subject, edition, this.nobody),
      this.checksOf(draft, named),
    ]);
    const content: ReportContent = {
      title: draft.title,
      slug: draft.slug,
      agency: draft.agency,
      agencyName: names.agencies.get(draft.agency)?.name ?? draft.agency,
      forWhom: draft.forWhom,
      kind: draft.kind,
      subject: { code: draft.subject, name: nameOfSubject(draft, names) },
      city,
      synthetic,
      edition: {
        number: edition.number,
        publishedAt: edition.publishedAt,
        dataTo: edition.dataTo,
        fingerprint: edition.fingerprint,
      },
      texts: TEXTS.flatMap(({ code, heading }) => {
        const text = draft.texts.find((one) => one.code === code)?.text.trim() ?? '';
        return text
          ? [{ code, heading: headingOf(code, heading, draft.kind), parts: partsOf(text, named) }]
          : [];
      }),
      tables: withRisks(tables, draft, (text) => inCell(text, named)),
      corrects: draft.corrects,
    };
    return { content, checks, digest: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
  }

  /** The equality section of a report, drafted from figures of the edition; the judgement is left to its author. @throws ApiError for no edition */
  async equality(kind: ReportKind, subject: string, number: number): Promise<string> {
    const edition = await this.find(number);
    const { filter, missing, raised } = EQUALITY[kind];
    const ask = new AskReleased(this.figures, edition.number, this.nobody);
    const [groups, ready, tables] = await Promise.all([
      ask.table(UNHEARD, ['characteristic'], filter === null ? {} : { [filter]: [subject] }),
      this.ready(edition.number),
      this.tables.of(kind, subject, edition, this.nobody),
    ]);
    const codeOf = (wanted: string | null): string | null =>
      tables.find(({ code }) => code === wanted)?.code ?? null;
    return draftEquality(groups?.figures ?? [], groups?.underHeard?.codes ?? [], ready, {
      missing: codeOf(missing),
      raised: codeOf(raised),
      said: codeOf('E1'),
    });
  }

  private async find(number: number): Promise<Edition> {
    const edition = await this.editions.find(number);
    if (!edition) throw badRequest('There is no such edition.', 'unknown-edition');
    return edition;
  }

  private async namedIn(draft: ReportDraft): Promise<Named> {
    const edition = await this.find(draft.edition);
    const { figures, quotes } = namedIn(draft.texts);
    const found = await this.named.of(figures, edition.number);
    const places = quotes.map((quote) => ({ edition: edition.number, quote }));
    const shown = await this.quotes.shown(places, quotedOf(draft.kind));
    const names = await this.decisions.names(edition.number);
    return { edition, names, figures: found, quotes: new Map(shown.map((one) => [one.quote, one])) };
  }

  /** What a paper may say of change in the whole city, like for like: by theme, rises and falls alone that stand when all themes are compared at once. */
  private async changes(edition: number): Promise<ReadonlyMap<string, ChangeState>> {
    // Of a city so small that its themes are not told, no change is known either.
    const told = await this.figures.ask({ report: THEMES, edition }, this.nobody).catch(nullUnlessBusy);
    return changesThatStand(told?.statements ?? []);
  }

  /** Themes that the edition grades ready: of no other a share or a rank is told. */
  private async ready(edition: number): Promise<ReadonlySet<string>> {
    const says = await facts.editionSays(this.published, edition);
    return new Set(
      (says?.grades ?? []).flatMap(({ theme, grade, recoding }) =>
        grade === 'ready' && !recoding ? [theme] : [],
      ),
    );
  }

  private async checksOf(
    draft: ReportDraft,
    { edition, figures, quotes, names }: Named,
  ): Promise<CheckResult[]> {
    const states = [...figures].map(([id, figure]): [string, FigureState] => [
      id,
      figure === null ? 'absent' : figure.people === null ? 'hidden' : 'shown',
    ]);
    const untold = [...figures].map(([id, figure]): [string, FigureShow[]] => [
      id,
      figure?.people ? WAYS.filter((show) => figureInWords(figure, show) === null) : [],
    ]);
    const found = checkReportText({
      edition: edition.number,
      texts: [
        { code: 'title', heading: 'Title', needed: true, wordsAlone: true, text: draft.title },
        { code: 'board', heading: 'For which board', needed: true, wordsAlone: true, text: draft.forWhom },
        ...TEXTS.map((one) => ({
          ...one,
          text: draft.texts.find(({ code }) => code === one.code)?.text ?? '',
        })),
        { code: RISKS, heading: 'Risk view', needed: false, text: riskWords(draft) },
      ],
      figures: new Map(states),
      untold: new Map(untold),
      quotes: new Set(quotes.keys()),
      themes: new Map([...names.themes].map(([code, { name }]) => [code, name])),
      ready: await this.ready(edition.number),
      changes: await this.changes(edition.number),
      wards: [...names.wards.values()].map(({ name }) => name),
      ofWard: draft.kind === 'ward',
    });
    return [...found, riskCheck(draft)];
  }
}

function shownPart(part: ReturnType<typeof readText>[number], { figures }: Named): ReportPart {
  if (part.kind === 'words') return part;
  if (part.kind === 'quote') return { kind: 'quote', quote: part.quote, text: '' };
  const figure = figures.get(part.id);
  return {
    kind: 'figure',
    id: part.id,
    text: figure ? (figureInWords(figure, part.show) ?? hiddenMark(figure)) : '[c]',
  };
}

/** A brief asks nothing of anybody. */
const headingOf = (code: string, heading: string, kind: ReportKind): string =>
  code === 'point' && kind === 'ward' ? 'In short' : heading;

/** A sentence may begin with a figure: "About 495 people". */
function partsOf(text: string, named: Named): ReportPart[] {
  const parts = readText(text).map((part) => shownPart(part, named));
  return parts.map((part, at) => {
    const before = parts[at - 1]?.text;
    const begins = before === undefined || /(?:^|[.!?]\s|\n)\s*$/.test(before);
    return part.kind === 'figure' && begins
      ? { ...part, text: part.text[0]!.toUpperCase() + part.text.slice(1) }
      : part;
  });
}

/** A text of an author as a cell reads: figures in words, quotes by their places until the report is shown. */
const inCell = (text: string, named: Named): string =>
  readText(text)
    .map((part) => shownPart(part, named))
    .map((part) => (part.kind === 'quote' ? quoteToken(part) : part.text))
    .join('');

/**
 * By what a report's groups are filtered, and which of its tables tells who is missing, or who raised its theme. Who is under-heard on a theme is who
 * is under-heard by everybody: of those who raised it few of a group may be few who minded.
 */
const EQUALITY = {
  theme: { filter: null, missing: null, raised: 'F4' },
  consultation: { filter: 'engagement', missing: 'C2', raised: null },
  ward: { filter: 'ward', missing: 'W3', raised: null },
} as const;

const SUBJECTS = { theme: 'themes', consultation: 'engagements', ward: 'wards' } as const;

/** What a draft is about, by its name in the edition. */
function nameOfSubject({ kind, subject }: ReportDraft, names: DecisionNames): string {
  const found: { name?: string; title?: string } | undefined = names[SUBJECTS[kind]].get(subject);
  return found?.name ?? found?.title ?? subject;
}
