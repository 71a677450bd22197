import { Injectable } from '@nestjs/common';
import { AnswerCache } from '#platform';
import { Printer, PrinterBusy } from '#printing';
import { ApiError } from '../../../graphql/errors.js';
import type { ReportContent } from '../content.js';
import { Charts } from './charts.js';
import { dataPackage, tableCsv } from './data.js';
import { docx } from './docx.js';
import { ods } from './ods.js';
import { type OfRelease, printed } from './printed.js';
import { workbookOf } from './workbook.js';
import { xlsx } from './xlsx.js';

export interface FormFile {
  type: string;
  body: string | Uint8Array;
}

/** Bytes of set reports that are kept: a report that is out never changes. */
const MOST_KEPT = 32 * 1024 * 1024;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** A report in each of its forms, all of one content. */
@Injectable()
export class ReportForms {
  private readonly printer = new Printer();
  private readonly pdfs = new AnswerCache<Uint8Array>(MOST_KEPT, (pdf) => pdf.length);

  constructor(private readonly charts: Charts) {}

  /**
   * The file of that name; null where there is none.
   * @param origin of the hub as its readers know it
   * @throws ApiError BUSY where too many reports are being set
   */
  async file(
    content: ReportContent,
    name: string,
    origin: string,
    release: OfRelease,
  ): Promise<FormFile | null> {
    switch (name) {
      case 'report.pdf':
        return { type: 'application/pdf', body: await this.pdf(content, origin, release) };
      case 'report.docx':
        return {
          type: `${OFFICE}.wordprocessingml.document`,
          body: docx(await this.printed(content, origin, release)),
        };
      case 'tables.xlsx':
        return { type: `${OFFICE}.spreadsheetml.sheet`, body: xlsx(workbookOf(content)) };
      case 'tables.ods':
        return { type: 'application/vnd.oasis.opendocument.spreadsheet', body: ods(workbookOf(content)) };
      case 'datapackage.json':
        return {
          type: 'application/json; charset=utf-8',
          body: JSON.stringify(dataPackage(content), null, 1),
        };
      default:
        return this.ofTable(content, name);
    }
  }

  /** One table as CSV, or its drawing. */
  private async ofTable({ tables }: ReportContent, name: string): Promise<FormFile | null> {
    const [, code = '', form] = /^([a-z]+\d+)\.(csv|svg)$/.exec(name) ?? [];
    const table = tables.find((one) => one.code.toLowerCase() === code);
    if (!table) return null;
    if (form === 'csv') return { type: 'text/csv; charset=utf-8', body: tableCsv(table) };
    const svg = (await this.charts.drawer())(table);
    return svg === null ? null : { type: 'image/svg+xml; charset=utf-8', body: svg };
  }

  private async printed(content: ReportContent, origin: string, release: OfRelease) {
    return printed(content, { origin, release, draw: await this.charts.drawer() });
  }

  private async pdf(content: ReportContent, origin: string, release: OfRelease): Promise<Uint8Array> {
    // By what is shown, not by what was signed: a quote that was taken back is gone from the next one.
    const key = JSON.stringify([content, release, origin]);
    try {
      return await this.pdfs.answer(
        key,
        async () => (await this.printer.pdf(await this.printed(content, origin, release))).bytes,
      );
    } catch (error) {
      if (error instanceof PrinterBusy) throw new ApiError('BUSY', 'The hub is busy. Try again in a moment.');
      throw error;
    }
  }
}
