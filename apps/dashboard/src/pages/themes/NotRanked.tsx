import { Go } from '../../app/Go';
import { isPublished, withheldReason } from '../../figures/figure';
import { count, range } from '../../figures/format';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import type { Question } from '../../figures/figure';
import type { ThemeRow } from './theme-rows';

/** Themes that may not be ranked, by name and in no order of size, with why: those that are told as "about", and those that are not told. */
export function NotRanked({ rows, question }: { rows: readonly ThemeRow[]; question: Question }) {
  const apart = rows
    .filter((row) => !row.rest && !row.ranked)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const about = apart.filter((row) => isPublished(row.figure));
  const reasons = [...new Set(apart.flatMap((row) => withheldReason(row.figure) ?? []))];
  if (apart.length === 0) return null;
  return (
    <div className="not-ranked">
      {about.length > 0 && (
        <>
          <h3 className="chart-title">Indicative: about so many, by name and not ranked</h3>
          <ul className="plain not-ranked-list">
            {about.map((row) => (
              <li key={row.code}>
                <Go to={`/themes/${row.code}`}>{row.name}</Go>{' '}
                {isPublished(row.figure) && (
                  <>
                    about <strong>{count(row.figure.people.value)}</strong>{' '}
                    <span className="sub nowrap">{range(row.figure.people.low, row.figure.people.high)}</span>
                  </>
                )}{' '}
                <ReceiptButton request={{ question, keys: row.figure.keys, name: row.name }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {reasons.map((reason) => (
        <div key={reason}>
          <p className="note">{reason}</p>
          <ul className="plain not-ranked-list">
            {apart
              .filter((row) => withheldReason(row.figure) === reason)
              .map((row) => (
                <li key={row.code}>
                  <Go to={`/themes/${row.code}`}>{row.name}</Go>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <p className="note">
        <Go to="/grades">How sure we are of each theme</Go>
      </p>
    </div>
  );
}
