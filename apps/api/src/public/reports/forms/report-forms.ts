import { Injectable } from '@nestjs/common';
import { AnswerCache } from '#platform';
import { Printer, PrinterBusy } from '#printing';
import { ApiError } from '../../../graphql/errors.js';
import type { ReportContent } from '../content.js';
import { Charts } from './charts.js';
import { dataPackage, tableCsv } from './data.js';
import { docx } from './docx.js';
import { ods } from './ods.js';
import { OFFICE_TYPES } from './office-names.js';
import { printed } from './printed.js';
import type { Standing } from './standing.js';
import { workbookOf } from './workbook.js';
import { xlsx } from './xlsx.js';

export interface FormFile {
  type: string;
  body: string | Uint8Array;
}

/** Bytes of made files that are kept: a report that is out never changes. */
const MOST_KEPT = 32 * 1024 * 1024;

const WHOLE = new Set(['report.pdf', 'report.docx', 'tables.xlsx', 'tables.ods', 'datapackage.json']);

/** Whether a report may have a file of that name: nothing else is made, or remembered. */
const isForm = ({ tables }: ReportContent, name: string): boolean =>
  WHOLE.has(name) ||
  tables.some(({ code }) => [`${code.toLowerCase()}.csv`, `${code.toLowerCase()}.svg`].includes(name));

/** A report in each of its forms, all of one content. */
@Injectable()
export class ReportForms {
  private readonly printer = new Printer();
  private readonly kept = new AnswerCache<FormFile | null>(MOST_KEPT, (file) => file?.body.length ?? 1);

  constructor(private readonly charts: Charts) {}

  /**
   * The file of that name; null where there is none.
   * @throws ApiError BUSY where too many reports are being set
   */
  file(content: ReportContent, name: string, standing: Standing): Promise<FormFile | null> {
    if (!isForm(content, name)) return Promise.resolve(null);
    // By what is shown, not by what was signed: a quote that was taken back is gone from the next one.
    const key = JSON.stringify([name, content, standing]);
    return this.kept.answer(key, () => this.make(content, name, standing));
  }

  private async make(content: ReportContent, name: string, standing: Standing): Promise<FormFile | null> {
    switch (name) {
      case 'report.pdf':
        return { type: 'application/pdf', body: await this.pdf(content, standing) };
      case 'report.docx':
        return {
          type: `${OFFICE_TYPES}.wordprocessingml.document`,
          body: docx(await this.printed(content, standing), await this.charts.look()),
        };
      case 'tables.xlsx':
        return { type: `${OFFICE_TYPES}.spreadsheetml.sheet`, body: xlsx(workbookOf(content, standing)) };
      case 'tables.ods':
        return {
          type: 'application/vnd.oasis.opendocument.spreadsheet',
          body: ods(workbookOf(content, standing)),
        };
      case 'datapackage.json':
        return {
          type: 'application/json; charset=utf-8',
          body: JSON.stringify(dataPackage(content, standing), null, 1),
        };
      default:
        return this.ofTable(content, name, standing);
    }
  }

  /** One table as CSV, or its drawing. */
  private async ofTable(content: ReportContent, name: string, standing: Standing): Promise<FormFile | null> {
    const [, code = '', form] = /^([a-z]+\d+)\.(csv|svg)$/.exec(name) ?? [];
    const table = content.tables.find((one) => one.code.toLowerCase() === code);
    if (!table) return null;
    if (form === 'csv') return { type: 'text/csv; charset=utf-8', body: tableCsv(content, table, standing) };
    const svg = (await this.charts.drawer())(table);
    return svg === null ? null : { type: 'image/svg+xml; charset=utf-8', body: svg };
  }

  private async printed(content: ReportContent, standing: Standing) {
    return printed(content, standing, await this.charts.drawer());
  }

  /** As it is printed, PDF/UA-1. */
  private async pdf(content: ReportContent, standing: Standing): Promise<Uint8Array> {
    try {
      return (await this.printer.pdf(await this.printed(content, standing))).bytes;
    } catch (error) {
      if (error instanceof PrinterBusy) throw new ApiError('BUSY', 'The hub is busy. Try again in a moment.');
      throw error;
    }
  }
}
