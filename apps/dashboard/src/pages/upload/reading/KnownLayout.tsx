import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addressOf } from '../../../app/Go';
import { useTitle } from '../../../app/title';
import { count, plural } from '../../../figures/format';
import { ErrorSummary, type Problem } from '../../../forms/ErrorSummary';
import type { Chosen } from '../chosen';
import { sendFile } from '../send-files';
import { Steps } from '../Steps';

/** A file whose layout the hub reads by itself: its first rows, and the way to send it. */
export function KnownLayout({ chosen, onBack }: { chosen: Chosen; onBack: () => void }) {
  const { first, belongs, file } = chosen;
  const [problems, setProblems] = useState<Problem[]>([]);
  const [sending, setSending] = useState(false);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const title = `${plural(first.rowCount, 'row', 'rows')} of ${belongs.name}`;
  useTitle(title, problems.length > 0);
  const send = async (): Promise<void> => {
    setSending(true);
    const answer = await sendFile(file, { source: belongs.is === 'source' ? belongs.code : undefined });
    setSending(false);
    if (!answer.ok) return setProblems([{ words: answer.words }]);
    if (answer.value.delivery === null)
      return setProblems([{ words: answer.value.note ?? 'The delivery was refused; nothing was stored' }]);
    return void navigate(addressOf(`/deliveries/${answer.value.delivery}`, search));
  };
  return (
    <>
      <h1>{title}</h1>
      <Steps at={1} />
      <ErrorSummary problems={problems} />
      <p className="callout calm">
        <strong>The layout of this source is known: nothing of it need be said.</strong>
        <br />
        {first.file}. Nothing is kept until you press Send.
      </p>
      {first.problem && <p className="callout">{first.problem.reason}</p>}
      {first.rows.length > 0 && (
        <div className="sheet scroll-x" tabIndex={0} role="region" aria-label="First rows of the file">
          <table>
            <caption className="govuk-visually-hidden">First rows of the file as decoded</caption>
            <tbody>
              {first.rows.slice(0, 8).map((row) => (
                <tr key={row.row}>
                  <th scope="row">{count(row.row)}</th>
                  {row.cells.map((cell, at) => (
                    <td key={at}>{cell ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="buttons" style={{ marginTop: 16 }}>
        <button className="button" aria-disabled={sending} onClick={() => !sending && void send()}>
          {sending
            ? 'Sending'
            : first.rowCount
              ? `Send ${plural(first.rowCount, 'row', 'rows')}`
              : 'Send the file'}
        </button>
        <button className="button second" onClick={onBack}>
          Choose another file
        </button>
      </div>
    </>
  );
}
