import { isPublished } from '../../figures/figure';
import { count, range } from '../../figures/format';
import { WhyNoNumber } from '../../figures/HiddenTag';
import type { Figures } from '../../figures/useFigures';
import { ReceiptButton } from '../../receipt/ReceiptButton';

/** Everybody under the filters in one line, or why their number is not told. */
export function Summary({ figures, name }: { figures: Figures; name: string }) {
  const { total, question } = figures;
  return (
    <p className="summary-line">
      {isPublished(total) ? (
        <>
          <strong>{count(total.people.value)} people</strong>
          {total.people.low !== total.people.high &&
            ` (${range(total.people.low, total.people.high)})`} made {count(total.submissions.value)}{' '}
          submissions, {count(total.arguments.value)} distinct arguments.
        </>
      ) : (
        <WhyNoNumber figure={total} />
      )}{' '}
      <ReceiptButton request={{ question, keys: [], name }} words />
    </p>
  );
}
