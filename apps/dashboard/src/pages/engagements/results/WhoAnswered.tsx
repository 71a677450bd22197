import { count } from '../../../figures/format';
import { HiddenTag } from '../../../figures/HiddenTag';
import { ReceiptButton } from '../../../receipt/ReceiptButton';
import { useSearchParams } from 'react-router';
import { useView } from '../../../app/view';
import { isApart, type Question } from './answer-columns';
import { amongIn } from './chosen-answer';

/** Who is in the shares, who is told apart from them, and how that was counted. */
export function WhoAnswered({ engagement, question }: { engagement: string; question: Question }) {
  const [search] = useSearchParams();
  const among = useView().working ? amongIn(search) : null;
  const apart = question.all.options.filter(isApart);
  const rows: [string, number | null][] = [
    ['Answered', question.all.base],
    ...apart.map(({ label, people }): [string, number | null] => [label, people]),
    ['No answer to this one', question.notAnswered],
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === null ? <HiddenTag /> : count(value)}</dd>
          </div>
        ))}
      </dl>
      <ReceiptButton
        request={{ answers: { engagement, question: question.key, among }, name: question.text }}
        words
      />
    </>
  );
}
