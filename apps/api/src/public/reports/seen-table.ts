import type { ReportSeen } from '#store';
import { agencyName } from '../read/decisions-in-html.js';
import { day } from '../read/page.js';
import type { ReportTable } from './content.js';

const PARTS: Readonly<Record<ReportSeen['part'], string>> = {
  author: 'Author',
  reader: 'Reader',
  officer: 'Officer of the agency',
};

/**
 * A8: in which parts and from which agencies a report was seen before its minute, and when it was signed; a row a person, without a name.
 * @param names agencies by code
 */
export function seenTable(
  seen: readonly ReportSeen[],
  names: ReadonlyMap<string, { name: string }>,
): ReportTable {
  return {
    code: 'A8',
    title: 'Who saw it before release',
    measure:
      'From the pre-release list, a row a person: every saving, opening and signature before the minute of release. No name is told; the agency keeps them.',
    columns: [
      { name: 'part', title: 'Part', numeric: false },
      { name: 'agency', title: 'Of', numeric: false },
      { name: 'first', title: 'First on', numeric: false },
      { name: 'last', title: 'Last on', numeric: false },
      { name: 'signed', title: 'Signed on', numeric: false },
    ],
    rows: seen.map(({ part, agencies, firstOn, lastOn, signedOn }) => ({
      cells: [
        PARTS[part],
        agencies.map((code) => agencyName(code, names)).join(', '),
        day(firstOn),
        day(lastOn),
        signedOn === null ? '' : day(signedOn),
      ],
      figure: null,
    })),
    chart: null,
  };
}
