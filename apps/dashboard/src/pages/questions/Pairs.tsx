import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { OverTime, Pair } from './over-time';
import { askingName, thenSay } from './words';

const MAY: Record<Pair['may'], string> = { YES: '✓ yes', CARE: '◐ with care', NO: '✕ no' };
const ORDER: readonly Pair['may'][] = ['YES', 'CARE', 'NO'];

/** Which times may stand side by side, and what may then be said. */
export function Pairs({ of }: { of: OverTime }) {
  if (of.pairs.length === 0) return null;
  const pairs = [...of.pairs].sort((a, b) => ORDER.indexOf(a.may) - ORDER.indexOf(b.may));
  const yes = pairs.filter(({ may }) => may === 'YES').length;
  return (
    <Section
      title={`${plural(yes, 'pair', 'pairs')} may be compared; the rest tell different stories`}
      measure="Same words, same way of asking, same kind of people (drawn by lot, or of one signed series): yes. One of them differs, or nobody knows whether the same kind of people came: with care, both figures and no change. Otherwise no."
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Which times may be compared</caption>
        <thead>
          <tr>
            <th scope="col">May I?</th>
            <th scope="col">Compare</th>
            <th scope="col">Why</th>
            <th scope="col">Then say</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => {
            const [before, now] = [of.askings[pair.before], of.askings[pair.now]];
            if (!before || !now) return null;
            return (
              <tr key={`${pair.before} ${pair.now}`}>
                <td>
                  <span className={`word may-${pair.may.toLowerCase()}`}>{MAY[pair.may]}</span>
                </td>
                <th scope="row">
                  {askingName(before)} with {askingName(now)}
                </th>
                <td>{pair.why}</td>
                <td>{thenSay(pair)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
