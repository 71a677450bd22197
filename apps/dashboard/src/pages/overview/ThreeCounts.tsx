import { isPublished } from '../../figures/figure';
import { count, range } from '../../figures/format';
import { NoNumber } from '../../figures/HiddenTag';
import type { Figures } from '../../figures/useFigures';
import { ReceiptButton } from '../../receipt/ReceiptButton';

/** Submissions, people, distinct arguments: always together, same size, each with one line and its receipt. */
export function ThreeCounts({ figures, name = 'everybody heard' }: { figures: Figures; name?: string }) {
  const { total, question } = figures;
  const shown = isPublished(total) ? total : null;
  const request = { question, keys: [], name };
  return (
    <div className="counts">
      <div>
        <h2>Submissions</h2>
        <p className="big">
          <strong>
            {shown ? count(shown.submissions.value) : <NoNumber figure={total} of="others" large />}
          </strong>
        </p>
        <p className="explain">Everything received and valid. Nothing is thrown away, however alike.</p>
        <ReceiptButton request={{ ...request, name: `${name}, submissions` }} words />
      </div>
      <div>
        <h2>People</h2>
        <p className="big">
          <strong>{shown ? count(shown.people.value) : <NoNumber figure={total} large />}</strong>
          {shown && shown.people.low !== shown.people.high && (
            <span className="range">{range(shown.people.low, shown.people.high)}</span>
          )}
        </p>
        <p className="explain">After matching across agencies. The range is what we cannot be sure of.</p>
        <ReceiptButton request={{ ...request, name: `${name}, people` }} words />
      </div>
      <div>
        <h2>Distinct arguments</h2>
        <p className="big">
          <strong>
            {shown ? count(shown.arguments.value) : <NoNumber figure={total} of="others" large />}
          </strong>
        </p>
        <p className="explain">Copies and campaign letters grouped, so that each point is read once.</p>
        <ReceiptButton request={{ ...request, name: `${name}, distinct arguments` }} words />
      </div>
    </div>
  );
}
