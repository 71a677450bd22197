import { count, plural } from '../../figures/format';
import { STATES, type StateCounts } from './words';

/** Decisions by how they stand: one bar, its parts as long as they are many; the words stand in a list for all. */
export function StateBar({ counts }: { counts: StateCounts }) {
  const parts = STATES.filter((state) => counts[state.count] > 0);
  return (
    <div className="state-counts">
      <dl>
        <div>
          <dt>{counts.all === 1 ? 'decision' : 'decisions'}</dt>
          <dd>{count(counts.all)}</dd>
        </div>
        {STATES.map(({ code, sign, name, count: key }) => (
          <div key={code}>
            <dt>
              <span aria-hidden="true">{sign} </span>
              {name.toLowerCase()}
            </dt>
            <dd>{count(counts[key])}</dd>
          </div>
        ))}
      </dl>
      <div className="state-bar" aria-hidden="true">
        {parts.map(({ code, count: key }) => (
          <span
            key={code}
            className={`part ${code.toLowerCase().replaceAll('_', '-')}`}
            style={{ flexGrow: counts[key] }}
          />
        ))}
      </div>
    </div>
  );
}

/** "12: 8 done, 3 late". */
export function stateWords(counts: StateCounts): string {
  const parts = STATES.flatMap(({ count: key, name }) =>
    counts[key] > 0 ? [`${count(counts[key])} ${name.toLowerCase()}`] : [],
  );
  return `${plural(counts.all, 'decision', 'decisions')}: ${parts.join(', ')}`;
}
