import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addressOf } from '../../app/Go';
import { ErrorSummary, type Problem } from '../../forms/ErrorSummary';
import { sendFile } from '../upload/send-files';
import { Field } from '../../forms/Field';
import { mendedCsv } from './mending';

/** Send mended rows back: they go the way of every delivery, and have a receipt of their own. */
export function Replay({ delivery }: { delivery: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [sending, setSending] = useState(false);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const fail = (words: string) => setProblems([{ field: 'mended', words }]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return fail('Choose the mended file');
    const mended = mendedCsv(await file.text());
    if (!mended || mended.rows === 0)
      return fail('The file holds no rows. Choose the CSV that you downloaded here and mended');
    setSending(true);
    const answer = await sendFile(new File([mended.csv], `mended-${delivery}.csv`, { type: 'text/csv' }), {
      mends: delivery,
    });
    setSending(false);
    if (!answer.ok) return fail(answer.words);
    if (answer.value.delivery === null)
      return fail(answer.value.note ?? 'The rows were refused; nothing was stored');
    return void navigate(addressOf(`/deliveries/${answer.value.delivery}`, search));
  };
  return (
    <form className="panel" style={{ marginTop: 16 }} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary problems={problems} />
      <Field
        id="mended"
        label="Mended rows"
        hint="The CSV that you downloaded above, with the cells put right. Our own two columns may stay."
        error={problems[0]?.words}
      >
        <input
          className="govuk-file-upload"
          id="mended"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="mended-hint"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Field>
      <button className="button" aria-disabled={sending}>
        {sending ? 'Sending' : 'Send mended rows'}
      </button>
    </form>
  );
}
