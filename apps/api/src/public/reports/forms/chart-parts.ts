import { xmlText } from '#domain';
import type { PrintedChart } from '#printing';
import { sizeOf } from './chart-axes.js';
import type { ChartLook } from './chart-look.js';
import { chartWorkbook } from './chart-sheet.js';
import { chartXml } from './chart-xml.js';
import { CHART, DRAWING, OFFICE, OFFICE_TYPES, RELATIONS, XML_HEAD } from './office-names.js';

const PLACED = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';

/**
 * The charts of one document, as they are met: each is a part of its own with its workbook. What stands in the document's package for them is told by
 * `files`, `types` and `relations`; nobody else knows how a chart is kept.
 */
export class ChartParts {
  private readonly held: { xml: string; workbook: Uint8Array }[] = [];

  constructor(private readonly look: ChartLook) {}

  /** Takes a chart in. @returns the run that stands for it in the text; empty of a drawing that has no numbers to draw */
  take({ values, alt }: PrintedChart): string {
    if (!values) return '';
    this.held.push({ xml: chartXml(values, this.look), workbook: chartWorkbook(values) });
    const id = this.held.length;
    const { width, height } = sizeOf(values);
    return `<w:r><w:drawing><wp:inline xmlns:wp="${PLACED}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${id}" name="Chart ${xmlText(values.code)}" descr="${xmlText(alt)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="chart${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  }

  /** Parts of the package, by their names. */
  get files(): Record<string, string | Uint8Array> {
    return Object.fromEntries(
      this.held.flatMap(({ xml, workbook }, n) => [
        [`word/charts/chart${n + 1}.xml`, xml],
        [
          `word/charts/_rels/chart${n + 1}.xml.rels`,
          `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/package" Target="../embeddings/chart${n + 1}.xlsx"/></Relationships>`,
        ],
        [`word/embeddings/chart${n + 1}.xlsx`, workbook],
      ]),
    );
  }

  /** Their lines in the package's list of types: defaults stand before what is said of single parts. */
  get types(): { defaults: string; parts: string } {
    const parts = this.held.map(
      (_, n) =>
        `<Override PartName="/word/charts/chart${n + 1}.xml" ContentType="${OFFICE_TYPES}.drawingml.chart+xml"/>`,
    );
    return {
      defaults:
        parts.length > 0
          ? `<Default Extension="xlsx" ContentType="${OFFICE_TYPES}.spreadsheetml.sheet"/>`
          : '',
      parts: parts.join(''),
    };
  }

  /** Relationships of the document to them. */
  get relations(): string {
    return this.held
      .map(
        (_, n) =>
          `<Relationship Id="chart${n + 1}" Type="${OFFICE}/chart" Target="charts/chart${n + 1}.xml"/>`,
      )
      .join('');
  }
}
