import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { ErrorSummary, type Problem } from '../../forms/ErrorSummary';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { ChooseFile } from './ChooseFile';
import type { Belonging, Chosen } from './chosen';
import { TO_SEND } from './queries';
import { ReadingPage } from './reading/ReadingPage';
import { lookAt } from './send-files';
import { Steps } from './Steps';

export function UploadPage() {
  const frame = useFrame();
  if (!hasRole(frame, 'PARTNER', 'LEAD')) {
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

/** File, then how it is read, then the receipt on a page of its own. */
function Upload() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (chosen) return <ReadingPage key={chosen.first.file} chosen={chosen} onBack={() => setChosen(null)} />;
  return <Choose onChosen={setChosen} />;
}

function Choose({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const answer = useAnswer({ query: TO_SEND, variables: {}, fresh: true });
  const [search] = useSearchParams();
  useTitle('Send a file', problems.length > 0);
  const read = async (belongs: Belonging, file: File): Promise<void> => {
    setProblems([]);
    setBusy(true);
    const about = belongs.is === 'source' ? { source: belongs.code } : { fresh: true };
    const look = await lookAt(file, about);
    setBusy(false);
    const refused = look.ok ? (look.value.refusal?.reason ?? null) : look.words;
    if (refused !== null || !look.ok) return setProblems([{ field: 'file', words: refused ?? '' }]);
    window.scrollTo(0, 0);
    return onChosen({ file, belongs, first: look.value });
  };
  return (
    <>
      <h1>Send a file</h1>
      <Steps at={0} />
      <ErrorSummary problems={problems} />
      <Shown answer={answer} rows={6}>
        {({ sources, ownAgreements }) => (
          <ChooseFile
            sources={sources.nodes}
            agreements={ownAgreements}
            source={search.get('source') ?? ''}
            busy={busy}
            problems={problems}
            onProblems={setProblems}
            onFile={(belongs, file) => void read(belongs, file)}
          />
        )}
      </Shown>
    </>
  );
}
