import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  checkReportText,
  namedIn,
  readText,
  type ChangeState,
  type CheckResult,
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
import { THEMES } from '../../public/figures/report-codes.js';
import { type ReportContent, type ReportPart, TEXTS } from '../../public/reports/content.js';
import { quoteToken } from '../../public/reports/quotes-in.js';
import { riskCheck, RISKS, riskWords, withRisks } from './risk-table.js';
import { Session } from '../../sign-in/session.js';
import { type NamedFigure, NamedFigures } from './named-figures.js';
import { ReportTables } from './report-tables.js';

/** What a draft names, looked up once. */
interface Named {
  edition: Edition;
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
    const { edition } = named;
    const [{ city, synthetic }, names, tables, checks] = await Promise.all([
      facts.about(this.published),
      this.decisions.names(edition.number),
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
        return text ? [{ code, heading, parts: readText(text).map((part) => shownPart(part, named)) }] : [];
      }),
      tables: withRisks(tables, draft, (text) => inCell(text, named)),
      corrects: draft.corrects,
    };
    return { content, checks, digest: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
  }

  private async namedIn(draft: ReportDraft): Promise<Named> {
    const edition = await this.editions.find(draft.edition);
    if (!edition) throw badRequest('There is no such edition.', 'unknown-edition');
    const { figures, quotes } = namedIn(draft.texts);
    const found = await this.named.of(figures, edition.number);
    const shown = await this.quotes.shown(quotes.map((quote) => ({ edition: edition.number, quote })));
    return { edition, figures: found, quotes: new Map(shown.map((one) => [one.quote, one])) };
  }

  /** What the edition says of change in the whole city, like for like: rises and falls alone, by theme. */
  private async changes(edition: number): Promise<ReadonlyMap<string, ChangeState>> {
    // Of a city so small that its themes are not told, no change is known either.
    const told = await this.figures.ask({ report: THEMES, edition }, this.nobody).catch(nullUnlessBusy);
    return new Map(
      (told?.statements ?? []).flatMap(({ scope, ward, theme, verdict }): [string, ChangeState][] =>
        scope === 'city' && ward === null && (verdict === 'rose' || verdict === 'fell')
          ? [[theme, verdict === 'rose' ? 'rise' : 'fall']]
          : [],
      ),
    );
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

  private async checksOf(draft: ReportDraft, { edition, figures, quotes }: Named): Promise<CheckResult[]> {
    const states = [...figures].map(([id, figure]): [string, FigureState] => [
      id,
      figure === null ? 'absent' : figure.people === null ? 'hidden' : 'shown',
    ]);
    const found = checkReportText({
      edition: edition.number,
      texts: [
        ...TEXTS.map((one) => ({
          ...one,
          text: draft.texts.find(({ code }) => code === one.code)?.text ?? '',
        })),
        { code: RISKS, heading: 'Risk view', needed: false, text: riskWords(draft) },
      ],
      figures: new Map(states),
      quotes: new Set(quotes.keys()),
      ready: await this.ready(edition.number),
      changes: await this.changes(edition.number),
    });
    return [...found, riskCheck(draft)];
  }
}

function shownPart(part: ReturnType<typeof readText>[number], { figures }: Named): ReportPart {
  if (part.kind === 'words') return part;
  if (part.kind === 'quote') return { kind: 'quote', quote: part.quote, text: '' };
  const figure = figures.get(part.id);
  return { kind: 'figure', id: part.id, text: figure ? inWords(figure, part.show) : '[c]' };
}

/** A text of an author as a cell reads: figures in words, quotes by their places until the report is shown. */
const inCell = (text: string, named: Named): string =>
  readText(text)
    .map((part) => shownPart(part, named))
    .map((part) => (part.kind === 'quote' ? quoteToken(part) : part.text))
    .join('');

const SUBJECTS = { theme: 'themes', consultation: 'engagements', ward: 'wards' } as const;

/** What a draft is about, by its name in the edition. */
function nameOfSubject({ kind, subject }: ReportDraft, names: DecisionNames): string {
  const found: { name?: string; title?: string } | undefined = names[SUBJECTS[kind]].get(subject);
  return found?.name ?? found?.title ?? subject;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

function inWords(
  { people, share, about, withheld }: NamedFigure,
  show: 'people' | 'share' | 'range',
): string {
  if (people === null) return withheld ? '[x]' : '[c]';
  const so = about ? 'about ' : '';
  if (show === 'share') return share === null ? '[c]' : `${so}${whole.format(share)}%`;
  return show === 'range' && people.low !== null && people.high !== null
    ? `${whole.format(people.low)} to ${whole.format(people.high)} people`
    : `${so}${whole.format(people.value)} people`;
}
