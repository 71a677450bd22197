import { Hatch, useHatch } from '../charts/Hatch';
import { HiddenTag } from '../figures/HiddenTag';
import type { ReceiptPartsFragment } from '../gql/graphql';
import { funnelBars, stepWords, type FunnelBar } from './funnel-bars';

/** From records received to the figure: each line is the one above less what is taken away. */
export function Funnel({ receipt }: { receipt: Pick<ReceiptPartsFragment, 'steps' | 'addsUp'> }) {
  const bars = funnelBars(receipt.steps);
  return (
    <>
      <table className="table funnel">
        <caption className="govuk-visually-hidden">Steps from records received to this figure</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className="number">
              Number
            </th>
            <th scope="col" className="only-wide">
              What is left
            </th>
          </tr>
        </thead>
        <tbody>
          {receipt.steps.map((step, index) => (
            <tr key={`${index} ${step.name}`} className={`step-${step.kind}`}>
              <th scope="row">
                {step.kind === 'less' && (step.count ?? 0) >= 0 && <span className="quiet">less </span>}
                {step.name}
                {step.note && <span className="sub">{step.note}</span>}
              </th>
              <td className="number">
                {step.count === null ? <HiddenTag /> : stepWords(step.kind, step.count)}
              </td>
              <td className="bar only-wide">
                <Bar bar={bars[index]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {receipt.addsUp ? (
        <p className="adds-up">
          <strong>✓ It adds up.</strong> Each line is the one above less what is taken away. Bars start again
          at each dark line. Figures of people are rounded to 5.
        </p>
      ) : (
        <p className="adds-up wrong">
          <strong>✕ It does not add up.</strong> Do not quote this figure. Tell us with “This looks wrong”
          below.
        </p>
      )}
    </>
  );
}

function Bar({ bar }: { bar: FunnelBar | undefined }) {
  const hatch = useHatch();
  if (!bar) return null;
  const width = (share: number) => `${(100 * share).toFixed(2)}%`;
  return (
    <svg aria-hidden="true">
      <Hatch id={hatch} />
      {bar.kind === 'total' ? (
        <rect className="bar-full" width={width(Math.max(bar.left, 0.004))} height="14" />
      ) : (
        <>
          <rect className="bar-left" y="2" width={width(bar.left)} height="10" />
          {bar.gone > 0 && (
            <rect
              className="bar-gone"
              x={width(bar.left)}
              y="2"
              width={width(bar.gone)}
              height="10"
              fill={`url(#${hatch})`}
            />
          )}
        </>
      )}
    </svg>
  );
}
