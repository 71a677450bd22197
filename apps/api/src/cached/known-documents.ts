import { createHash } from 'node:crypto';

/** Public questions that are known by name, so that they can be asked by GET and kept by browsers and proxies. */
export interface PublicDocument {
  name: string;
  text: string;
  /** Variables that name an edition: where all are given, the answer is for ever. */
  editions: readonly string[];
}

const FIGURE_COLUMNS = `query FigureColumns($report: String!, $by: [Dimension!], $filter: FigureFilter, $edition: Int) {
  figureColumns(report: $report, by: $by, filter: $filter, edition: $edition) {
    report { code title definition } edition { number hash fingerprint publishedAt dataTo synthetic } note
    total { __typename id ... on PublishedFigure { submissions { value } people { value low high } arguments { value } } }
    rows values { dimension codes names } places submissions people peopleLow peopleHigh arguments
    base share shareLow shareHigh rate rateLow rateHigh reference
  }
}`;

const EDITION_DIFFERENCE = `query EditionDifference($from: Int!, $to: Int!, $report: String!, $by: [Dimension!], $filter: FigureFilter) {
  editionDifference(from: $from, to: $to, report: $report, by: $by, filter: $filter) {
    from { number hash } to { number hash } same reasons
    moved { id kind before after change keys { dimension code name } }
  }
}`;

const DOCUMENTS: readonly PublicDocument[] = [
  { name: 'figure-columns', text: FIGURE_COLUMNS, editions: ['edition'] },
  { name: 'edition-difference', text: EDITION_DIFFERENCE, editions: ['from', 'to'] },
];

const byName = new Map(
  DOCUMENTS.flatMap((document) => [
    [document.name, document],
    [createHash('sha256').update(document.text).digest('hex'), document],
  ]),
);

/** By its name, or by the SHA-256 of its text for whoever wants to be sure which question it is. */
export const documentOf = (name: string): PublicDocument | null => byName.get(name) ?? null;
