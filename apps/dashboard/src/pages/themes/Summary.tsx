import { isPublished } from '../../figures/figure';
import { capital, range } from '../../figures/format';
import { WhyNoNumber } from '../../figures/HiddenTag';
import { afterPeople, peopleTold } from '../../figures/people-told';
import type { Figures } from '../../figures/useFigures';
import { ReceiptButton } from '../../receipt/ReceiptButton';

/** Everybody under the filters in one line, or why their number is not told. */
export function Summary({ figures, name }: { figures: Figures; name: string }) {
  const { total, question } = figures;
  return (
    <p className="summary-line">
      {isPublished(total) ? (
        <>
          <strong>{capital(peopleTold(total))}</strong>
          {total.people.low !== total.people.high && ` (${range(total.people.low, total.people.high)})`}
          {afterPeople(total)}
        </>
      ) : (
        <WhyNoNumber figure={total} />
      )}{' '}
      <ReceiptButton request={{ question, keys: [], name }} words />
    </p>
  );
}
