import {
  bareEngagement,
  harmonise,
  noRespondent,
  type Answer,
  type Engagement,
  type RawRow,
  type Rejection,
  type RowOutcome,
  type SubmissionRecord,
  type Support,
} from '#domain';
import { readAnswer, readOptions } from './answers.js';
import { CellReader, reject } from './cells.js';
import { readCodes } from './codes.js';
import { parseDate } from './dates.js';
import type { SheetNotes } from './notes.js';
import { refKey, refName } from './resolve.js';
import { type Leave, leaveBy } from './permitted.js';
import { readMatrix, readPairs, readRanking } from './several-columns.js';
import { readSupport } from './support.js';
import type { ColumnRule, SheetMapping } from './schema.js';
import { cleanPostcode, splitOptions } from './values.js';

/** Reads rows under one mapping and one delivery's notes. Made once per delivery: it prepares value maps and blanks. */
export class RowReader extends CellReader {
  private readonly fixed: Engagement | null;
  private readonly leaves = new Map<ColumnRule, Leave>();

  constructor(mapping: SheetMapping, notes: SheetNotes) {
    super(mapping, notes);
    this.fixed = mapping.engagement ?? null;
    for (const rule of mapping.columns) {
      const leave = leaveBy(rule);
      if (leave) this.leaves.set(rule, leave);
    }
  }

  /** One row to one submission, without the cells that can't be used; or the reasons why nothing of it can. */
  read(row: RawRow): RowOutcome {
    const draft = new Draft(row, this.engagementOf(row));
    for (const rule of this.mapping.columns) this.apply(rule, draft);
    // Only now: a year of birth is an age at the date of the answer, and the date may stand in a later column.
    for (const answer of draft.demographics)
      answer.code ||= harmonise(answer.characteristic, answer.asAsked, draft.submittedOn);
    if (!draft.says)
      return draft.rejected(
        draft.setAside.length > 0
          ? draft.setAside
          : [
              reject(
                row,
                null,
                'row-empty',
                'None of the columns that the mapping uses holds anything in this row.',
              ),
            ],
      );
    if (!draft.engagement)
      return draft.rejected([
        reject(row, null, 'engagement-missing', 'The row does not say which engagement it belongs to.'),
      ]);
    return { ok: true, record: draft.record(draft.engagement), notUsed: draft.setAside };
  }

  private engagementOf(row: RawRow): Engagement | null {
    const keyRule = this.mapping.columns.find(({ as }) => as === 'engagement-key');
    const key = keyRule?.as === 'engagement-key' ? this.cell(row, keyRule.column)?.trim() : undefined;
    if (key === undefined) return this.fixed;
    const described = this.notes.engagements[key];
    if (described) return described;
    const titleRule = this.mapping.columns.find(({ as }) => as === 'engagement-title');
    const title = titleRule?.as === 'engagement-title' ? this.cell(row, titleRule.column) : null;
    return { ...(this.fixed ?? bareEngagement(key, key)), key, title: title ?? key };
  }

  private apply(rule: ColumnRule, draft: Draft): void {
    if (rule.as === 'options') return draft.answer(readOptions(this, rule, draft.row));
    if (rule.as === 'matrix')
      return readMatrix(this, rule, draft.row).forEach((answer) => draft.answer(answer));
    if (rule.as === 'ranking') return draft.answer(readRanking(this, rule, draft.row));
    if (rule.as === 'language') return;
    if (rule.as === 'codes') return this.codes(rule, draft);
    const cell = this.cell(draft.row, rule.column) ?? this.otherLanguage(rule, draft.row);
    if (rule.as === 'demographic') return this.demographic(rule, cell, draft);
    if (cell === null) return;
    if (this.leaves.get(rule)?.((column) => this.cell(draft.row, column)) === false) return;
    if (rule.as === 'submission-id') draft.externalId = cell.trim();
    else if (rule.as === 'respondent') this.respondent(rule, cell, draft);
    else if (rule.as === 'date') this.date(rule, cell, draft);
    else if (rule.as === 'place') draft.place = draft.noting(this.mapped(rule, cell)) ?? draft.place;
    else if (rule.as === 'channel') draft.channel = this.mapped(rule, cell);
    else if (rule.as === 'community') this.communities(rule, cell, draft);
    else if (rule.as === 'support') draft.supported(readSupport(rule, cell, draft.row));
    else if (rule.as === 'question' && rule.kind === 'matrix')
      readPairs(this, rule, cell).forEach((answer) => draft.answer(answer));
    else if (rule.as === 'question') {
      const answer = readAnswer(this, rule, cell, draft.row);
      if (answer && 'code' in answer) draft.setAside.push(answer);
      else draft.answer(answer);
    }
  }

  /** The first cell that is not blank of the columns that hold the same answer in other languages. */
  private otherLanguage(rule: ColumnRule, row: RawRow): string | null {
    if (rule.as !== 'question') return null;
    for (const column of rule.otherLanguages ?? []) {
      const cell = this.cell(row, column);
      if (cell !== null) return cell;
    }
    return null;
  }

  private respondent(rule: ColumnRule & { as: 'respondent' }, cell: string, draft: Draft): void {
    const order = this.notes.dateOrders[refKey(rule.column)];
    const value =
      rule.field === 'postcode'
        ? cleanPostcode(cell)
        : rule.field === 'dateOfBirth' && order
          ? (parseDate(cell, order) ?? cell)
          : cell;
    draft.respondent[rule.field] ??= value;
    draft.says = true;
  }

  private codes(rule: ColumnRule & { as: 'codes' }, draft: Draft): void {
    const { encoded, problem } = readCodes(rule, (column) => this.cell(draft.row, column));
    if (problem) draft.setAside.push(reject(draft.row, problem.column, problem.code, problem.reason));
    else if (encoded) draft.respondent.encoded = draft.noting(encoded);
  }

  private date(rule: ColumnRule & { as: 'date' }, cell: string, draft: Draft): void {
    const date = parseDate(cell, this.notes.dateOrders[refKey(rule.column)] ?? 'day-first');
    if (date) draft.submittedOn ??= date;
    else
      draft.setAside.push(
        reject(
          draft.row,
          rule.column,
          'date-invalid',
          'The cell is not a date that ever was. Write it as yyyy-mm-dd, or leave it blank.',
        ),
      );
  }

  private demographic(rule: ColumnRule & { as: 'demographic' }, cell: string | null, draft: Draft): void {
    if (this.notes.columns[draft.row.file]?.[refKey(rule.column)] === undefined) return;
    const known = this.lookUp(rule, cell);
    draft.demographics.push({
      characteristic: rule.characteristic,
      asAsked: cell,
      wording: rule.wording ?? `${rule.characteristic}: ${refName(rule.column)}`,
      ...(known === undefined ? { code: '' } : { code: known ?? 'blank', byMapping: true }),
    });
    if (cell !== null) draft.says = true;
  }

  private communities(rule: ColumnRule & { as: 'community' }, cell: string, draft: Draft): void {
    for (const label of splitOptions(cell, rule.delimiter)) {
      const mapped = this.mapped(rule, label);
      if (mapped !== null) draft.communities.push({ kind: rule.kind, label: mapped });
    }
    draft.says = true;
  }
}

class Draft {
  externalId: string | null = null;
  submittedOn: string | null = null;
  channel: string | null = null;
  place: string | null = null;
  /** Whether the row says anything at all beyond its id and date. */
  says = false;
  readonly respondent = noRespondent();
  readonly demographics: SubmissionRecord['demographics'] = [];
  readonly answers: Answer[] = [];
  readonly communities: SubmissionRecord['communities'] = [];
  readonly support: Support[] = [];
  /** Cells that can't be used, each with its reason: they cost the cell, not the person. */
  readonly setAside: Rejection[] = [];

  constructor(
    readonly row: RawRow,
    readonly engagement: Engagement | null,
  ) {}

  noting<T>(value: T | null): T | null {
    if (value !== null) this.says = true;
    return value;
  }

  answer(answer: Answer | null): void {
    if (this.noting(answer)) this.answers.push(answer as Answer);
  }

  /** What others did says nothing of whoever wrote the row: alone it makes no submission. */
  supported(read: Support | Rejection): void {
    if ('code' in read) this.setAside.push(read);
    else this.support.push(read);
  }

  rejected(rejections: Rejection[]): RowOutcome {
    const { externalId, engagement } = this;
    if (externalId === null) return { ok: false, rejections };
    return { ok: false, rejections, meant: { engagement: engagement?.key ?? null, externalId } };
  }

  record(engagement: Engagement): SubmissionRecord {
    const { row, externalId, submittedOn, channel, place, respondent, demographics, answers, communities } =
      this;
    return {
      kind: 'submission',
      file: row.file,
      row: row.row,
      externalId,
      engagement,
      submittedOn,
      channel: channel ?? engagement.channel,
      respondent,
      demographics,
      answers,
      communities,
      place,
      ...(this.support.length > 0 ? { support: this.support } : {}),
    };
  }
}
