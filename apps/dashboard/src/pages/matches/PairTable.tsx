import { day, signed } from '../../figures/format';
import {
  differing,
  extent,
  likely,
  pairRows,
  startWords,
  type Pair,
  type PairRow,
  type Side,
} from './pair-rows';
import { Hatching, Waterfall } from './Waterfall';

/** Both records beside each other, how each field compares, and the weights adding up to the right. */
export function PairTable({ pair }: { pair: Pair }) {
  const rows = pairRows(pair);
  const scale = extent(pair, rows);
  return (
    <>
      <Hatching />
      <table className="table match-table stack-narrow">
        <caption className="govuk-visually-hidden">
          Two records, how each field compares, and what that weighs
        </caption>
        <thead>
          <tr>
            <td />
            <Head mark="A" side={pair.a} />
            <Head mark="B" side={pair.b} />
            <th scope="col">How they compare</th>
            <th scope="col">
              Weight of each field, adding up to the right
              <span className="sub">Solid for, hatched against. Each 1 doubles the odds.</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">At the start</th>
            <td />
            <td />
            <td>{startWords(pair.start)}</td>
            <td className="weight">
              <Weight value={pair.start} />
              <Waterfall scale={scale} from={0} to={pair.start} kind="start" label={pair.start} />
            </td>
          </tr>
          {rows.map((row) => (
            <Row key={row.key} row={row} scale={scale} />
          ))}
          <tr className="match-sum">
            <th scope="row">Together</th>
            <td colSpan={3}>
              <strong>{likely(pair.probability)} likely to be one person</strong>{' '}
              <span className="quiet">weight {signed(pair.weight)}</span>
            </td>
            <td className="weight">
              <Waterfall scale={scale} from={0} to={pair.weight} kind="sum" label={pair.weight} />
              <span className="axis only-wide" aria-hidden="true">
                <span>◀ unlikely</span>
                <span>line: 50%</span>
                <span>shaded: sure ▶</span>
              </span>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function Head({ mark, side }: { mark: 'A' | 'B'; side: Side }) {
  return (
    <th scope="col" className="record">
      <span className={`mark ${mark === 'A' ? 'solid' : ''}`}>{mark}</span> {side.engagement}
      <span className="sub">
        {side.agency.name}
        {side.submittedOn && `, ${day(side.submittedOn)}`}
      </span>
    </th>
  );
}

function Row({ row, scale }: { row: PairRow; scale: readonly [number, number] }) {
  const to = row.before + (row.weight ?? 0);
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.asked ? (
        <>
          <Value mark="A" text={row.a} other={row.b} />
          <Value mark="B" text={row.b} other={row.a} />
        </>
      ) : (
        <td colSpan={2} />
      )}
      <td>{row.words}</td>
      <td className="weight">
        <Weight value={row.weight ?? 0} />
        <Waterfall
          scale={scale}
          from={row.before}
          to={to}
          empty={row.weight === null}
          label={row.weight ?? 0}
        />
      </td>
    </tr>
  );
}

/** The number itself, for those who do not see the bar. */
const Weight = ({ value }: { value: number }) => <span className="weight-said">weight {signed(value)}</span>;

function Value({ mark, text, other }: { mark: 'A' | 'B'; text: string | null; other: string | null }) {
  if (text === null)
    return (
      <td className="quiet" data-label={mark}>
        not given
      </td>
    );
  const [before, differs, after] = differing(text, other);
  return (
    <td data-label={mark} className="given">
      {before}
      {differs && <mark className="differs">{differs}</mark>}
      {after}
    </td>
  );
}
