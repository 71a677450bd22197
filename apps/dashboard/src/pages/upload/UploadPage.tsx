import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { useAnswer } from '../../app/answer';
import { addressOf } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { ErrorSummary, type Problem } from '../../forms/ErrorSummary';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { OWN_SOURCES } from '../sources/queries';
import { base64Of } from './base64';
import { Check } from './Check';
import type { Checked } from './checked';
import { ChooseFile } from './ChooseFile';
import type { Mapping } from './mapping';
import { DELIVER, PREVIEW } from './queries';

export function UploadPage() {
  const frame = useFrame();
  if (!hasRole(frame, 'PARTNER')) {
    return (
      <NoRight
        title="Send a file"
        who="somebody who sends data"
        what="Agencies send what people told them here, and see how it is read before anything is kept."
      />
    );
  }
  return <Upload />;
}

const STEPS = ['Choose a file', 'Check how we read it', 'Receipt'];

/** File, then decoded preview and mapping, then the receipt on a page of its own. */
function Upload() {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [checked, setChecked] = useState<Checked | null>(null);
  const sources = useAnswer({ query: OWN_SOURCES, variables: {} });
  const [search] = useSearchParams();
  const { preview, deliver, busy } = useDelivering(setProblems, setChecked);
  useTitle(checked ? 'Check how we read your file' : 'Send a file', problems.length > 0);
  return (
    <>
      <h1>Send a file</h1>
      <ol className="steps" aria-label="Steps">
        {STEPS.map((step, index) => (
          <li key={step} aria-current={index === (checked ? 1 : 0) ? 'step' : undefined}>
            {index + 1}. {step}
          </li>
        ))}
      </ol>
      <ErrorSummary problems={problems} />
      <Shown answer={sources} rows={6}>
        {({ sources: { nodes } }) =>
          checked ? (
            <Check
              checked={checked}
              busy={busy}
              onProblems={setProblems}
              onBack={() => {
                setProblems([]);
                setChecked(null);
              }}
              onSend={(mapping) => void deliver(checked, mapping)}
            />
          ) : (
            <ChooseFile
              sources={nodes}
              source={search.get('source') ?? ''}
              busy={busy}
              problems={problems}
              onProblems={setProblems}
              onFile={(source, file) => void preview(source, file)}
            />
          )
        }
      </Shown>
    </>
  );
}

function useDelivering(setProblems: (problems: Problem[]) => void, setChecked: (checked: Checked) => void) {
  const [asked, askPreview] = useMutation(PREVIEW);
  const [sent, send] = useMutation(DELIVER);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const fail = (words: string | undefined) =>
    setProblems([{ field: 'file', words: words ?? 'The hub did not answer. Try again.' }]);
  const preview = async (source: string, file: File) => {
    setProblems([]);
    const upload = { source, fileName: file.name, contentBase64: await base64Of(file) };
    const result = await askPreview({ ...upload, mapping: null });
    const found = result.data?.previewDelivery;
    if (!found) return fail(result.error?.graphQLErrors[0]?.message);
    if (!found.readable) return fail(found.problem ?? 'We cannot read this file');
    return setChecked({ ...upload, preview: found });
  };
  const deliver = async ({ source, fileName, contentBase64 }: Checked, mapping: Mapping | null) => {
    setProblems([]);
    // The file was chosen on the step before: no field of this one mends what the hub refused.
    const refused = (words = 'The hub did not answer. Try again.') => setProblems([{ words }]);
    const result = await send({ source, fileName, contentBase64, mapping });
    const delivery = result.data?.deliver;
    if (!delivery) return refused(result.error?.graphQLErrors[0]?.message);
    if (delivery.id === 'none')
      return refused(delivery.note ?? 'The delivery was refused; nothing was stored');
    return void navigate(addressOf(`/deliveries/${delivery.id}`, search));
  };
  return { preview, deliver, busy: asked.fetching || sent.fetching };
}
