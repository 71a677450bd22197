import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { readCsvRows, unguarded } from '#connectors';
import { decisionsOfRows, type KnownCodes, type RowProblem } from '#decisions';
import type { DecisionDraft, HeldDecisionRecord } from '#domain';
import { mayWriteDecisions, readOwnDecisions, saveDecision } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notAllowed, notSignedIn } from '../../graphql/errors.js';
import { Editions } from '../../public/editions/editions.js';
import { uploadedFile } from '../upload/file.js';
import { DraftChecks } from './draft-checks.js';
import { UploadedDecisions } from './own-decision.type.js';
import { todayInLondon } from './today.js';

const MOST_ROWS = 2_000;

/** Decisions from a CSV file: those without a problem are saved, each in its own transaction; the others are told by row and column. */
@Resolver(() => UploadedDecisions)
export class UploadDecisionsResolver {
  constructor(
    private readonly checks: DraftChecks,
    private readonly editions: Editions,
  ) {}

  @Mutation(() => UploadedDecisions, {
    description:
      'Decisions of an own agency from a CSV file; a reference that is there already is changed in what the file has columns for.',
  })
  async uploadDecisions(
    @Args('agency', { type: () => String }) agency: string,
    @Args('fileName', { type: () => String }) fileName: string,
    @Args('contentBase64', { type: () => String }) contentBase64: string,
    @Context() context: ApiContext,
  ): Promise<UploadedDecisions> {
    if (!(await context.session.viewer())) throw notSignedIn();
    await context.limit('upload');
    if (!(await context.session.work((tx) => mayWriteDecisions(tx, agency)))) throw notAllowed();
    const file = uploadedFile(fileName, contentBase64);
    const read = readCsvRows(file.bytes);
    if (!read.ok) return { saved: 0, problems: [{ file: file.name, column: null, ...read.error }] };
    const { headings, rows: guarded } = read.value;
    // What the hub wrote safe for spreadsheets comes back as it was.
    const rows = guarded.map(({ cells, ...row }) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, unguarded(cell)])),
    }));
    if (rows.length > MOST_ROWS) throw badRequest(`A file of decisions has at most ${MOST_ROWS} rows.`);
    const latest = (await this.editions.find())?.number ?? 0;
    const own = await context.session.work((tx) => readOwnDecisions(tx, { agency }));
    const held = new Map(own.map((one) => [one.reference, one]));
    const { drafts, problems } = decisionsOfRows(
      agency,
      headings,
      rows,
      { latest, today: todayInLondon() },
      held,
    );
    const rowOf = (draft: DecisionDraft): number | null =>
      rows.find(({ cells }) => (cells['reference'] ?? '').trim() === draft.reference)?.row ?? null;
    const known = await this.checks.known();
    let saved = 0;
    for (const draft of drafts) {
      const found = await this.saveOne(draft, held.get(draft.reference), known, context);
      if (found.length === 0) saved += 1;
      problems.push(...found.map((problem) => ({ row: rowOf(draft), ...problem })));
    }
    return { saved, problems: problems.map((problem) => ({ file: file.name, ...problem })) };
  }

  private async saveOne(
    draft: DecisionDraft,
    held: HeldDecisionRecord | undefined,
    known: KnownCodes,
    { session }: ApiContext,
  ): Promise<Omit<RowProblem, 'row'>[]> {
    const problems = await this.checks.problems(draft, known, held ?? null);
    if (problems.length > 0)
      return problems.map(({ field, reason }) => ({ column: columnOf(field), reason }));
    const saved = await session.work((tx) => saveDecision(tx, draft, held?.version ?? null));
    if (saved.status === 'not-allowed') throw notAllowed();
    return saved.status === 'saved'
      ? []
      : [{ column: null, reason: 'Somebody saved this decision meanwhile; send the file again.' }];
  }
}

/** The column of a field that only the hub can judge. */
const columnOf = (field: string): string =>
  field === 'evidence' ? 'figures' : field.endsWith('.effect') ? 'action_effect_figure' : field;
