import { Go } from '../../app/Go';
import { isPublished, REPORTS } from '../../figures/figure';
import { count, unmarked } from '../../figures/format';
import { NoNumber } from '../../figures/HiddenTag';
import type { EngagementLineFragment } from '../../gql/graphql';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { isOpen, levelName, openness, period } from './words';

export type EngagementLine = EngagementLineFragment;

/** The question that an engagement's own figure answers. */
export const questionOf = (line: Pick<EngagementLine, 'figure'>) => ({
  report: REPORTS.engagements,
  by: (line.figure?.keys ?? []).map((key) => key.dimension),
  filter: {},
});

export function EngagementTable({ lines }: { lines: readonly EngagementLine[] }) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <table className="table roomy stack-narrow">
      <caption className="govuk-visually-hidden">Engagements, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Engagement</th>
          <th scope="col">Lead agency</th>
          <th scope="col">How far people can shape it</th>
          <th scope="col">When</th>
          <th scope="col" className="number">
            People so far
          </th>
          <th scope="col">What can still change</th>
          <td className="sign" style={{ borderBottom: '1.5px solid var(--ink)' }} />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, today }: { line: EngagementLine; today: string }) {
  return (
    <tr>
      <th scope="row">
        <Go to={`/engagements/${line.agency.code}/${line.key}`} className="link strong">
          {unmarked(line.title)}
        </Go>
      </th>
      <td>{line.agency.name}</td>
      <td>
        <span className={`word ${line.participation ? '' : 'grey'}`}>{levelName(line.participation)}</span>
      </td>
      <td>
        {wholeDays(period(line))}
        <span className="sub">
          {isOpen(line, today) ? <strong>{openness(line, today)}</strong> : openness(line, today)}
        </span>
      </td>
      <td className="number" data-label="People so far">
        <People line={line} />
      </td>
      <td>{line.canStillChange ?? <span className="quiet">Not stated</span>}</td>
      <td className="sign">
        {line.figure && (
          <ReceiptButton request={{ question: questionOf(line), keys: line.figure.keys, name: line.title }} />
        )}
      </td>
    </tr>
  );
}

export function People({ line }: { line: Pick<EngagementLine, 'figure' | 'untold'> }) {
  if (line.untold) return <abbr title={line.untold}>not told</abbr>;
  if (!line.figure) return <span className="quiet">none</span>;
  return isPublished(line.figure) ? count(line.figure.people.value) : <NoNumber figure={line.figure} />;
}

/** No line ends within a day. */
const wholeDays = (words: string): string =>
  words.replaceAll(/(?<=\d) (?=\p{Lu})|(?<=\p{Ll}) (?=\d{4})/gu, '\u00a0');
