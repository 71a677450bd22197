import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addressOf } from '../../../app/Go';
import { useTitle } from '../../../app/title';
import { plural } from '../../../figures/format';
import { ErrorSummary, type Problem } from '../../../forms/ErrorSummary';
import { Crumbs } from '../../../layout/Crumbs';
import type { Belonging, Chosen } from '../chosen';
import { isMapping, mappingProblems, withEngagement, type Mapping } from '../mapping';
import { sendFile, type SendAbout } from '../send-files';
import { Steps } from '../Steps';
import { asksOf } from './asks';
import { Cards } from './Cards';
import { remembered } from './changes';
import { FileSettings } from './FileSettings';
import { Grid } from './Grid';
import { KnownLayout } from './KnownLayout';
import { LeaveOutRules } from './LeaveOutRules';
import { Needs } from './Needs';
import { Summary } from './Summary';
import { useReading, type Reading } from './useReading';
import { peoplesAnswers } from './words';

interface Props {
  chosen: Chosen;
  onBack: () => void;
}

/** How the hub reads a file, and all that may be changed of it. Nothing has been kept yet. */
export function ReadingPage({ chosen, onBack }: Props) {
  const { mapping } = chosen.first;
  if (!mapping || !isMapping(mapping)) return <KnownLayout chosen={chosen} onBack={onBack} />;
  // What people took part in is called like the source that is made for it, until somebody says better.
  const start = chosen.belongs.is === 'new' ? withEngagement(mapping, chosen.belongs.name) : mapping;
  return <Changeable chosen={chosen} start={start} onBack={onBack} />;
}

function Changeable({ chosen, start, onBack }: Props & { start: Mapping }) {
  const { file, first, belongs } = chosen;
  const source = belongs.is === 'source' ? belongs.code : null;
  const reading = useReading({ file, source, first, start });
  const [remember, setRemember] = useState(true);
  const [problems, setProblems] = useState<Problem[]>([]);
  const { sending, send } = useSending(setProblems);
  const { look, draft } = reading;
  const asks = asksOf(reading, belongs.agreement);
  const title = titleOf(reading, asks.length);
  useTitle(title, problems.length > 0);
  useUndoKey(reading);
  const submit = (): void => {
    const found = mappingProblems(draft.mapping);
    setProblems(found);
    if (found.length === 0) void send(chosen.file, aboutOf(belongs, reading, start, remember));
  };
  return (
    <>
      <Crumbs trail={[['/sources', 'Sources']]} here={belongs.name} />
      <h1>{title}</h1>
      <Steps at={1} />
      <ErrorSummary problems={problems} />
      <Opening reading={reading} />
      <Undo reading={reading} />
      <div className="columns reading">
        <div className="span-8">
          <Needs reading={reading} asks={asks} />
          <Grid reading={reading} />
          <LeaveOutRules reading={reading} />
        </div>
        <div className="span-4 beside">
          <Summary
            reading={reading}
            asks={asks}
            agreement={belongs.agreement}
            source={belongs.name}
            isNew={belongs.is === 'new'}
            remember={remember}
            onRemember={setRemember}
            sending={sending}
            onSend={submit}
          />
        </div>
      </div>
      <Cards reading={reading} asked={asks.length} />
      <FileSettings reading={reading} />
      <div className="buttons">
        <button type="button" className="button second" onClick={onBack}>
          Choose another file
        </button>
      </div>
      <SendBar people={look.reading?.people ?? 0} asks={asks.length} />
    </>
  );
}

/** What tool wrote the file, and what can't be used of what was changed. */
function Opening({ reading }: { reading: Reading }) {
  const { look } = reading;
  return (
    <>
      <p className="callout calm">
        <strong>{toolWords(reading)}</strong>
        <br />
        {look.file}
        {look.encoding && `, read as ${look.encoding}`}. Nothing is kept until you press Send.
        {look.assumptions.map((one) => ` ${one}`)}
      </p>
      {reading.problem && (
        <p className="callout stopped" role="alert">
          {reading.problem} Undo takes the last change back.
        </p>
      )}
    </>
  );
}

/** On narrow screens: what it comes to, in view wherever one is. */
function SendBar({ people, asks }: { people: number; asks: number }) {
  return (
    <div className="send-bar">
      <span>
        <strong>{plural(people, 'answer', 'answers')}</strong>
        {asks > 0 && ` · ${asks} need you`}
      </span>
      <a className="link same" href="#sending" onClick={toSummary}>
        Go to Send
      </a>
    </div>
  );
}

const toSummary = (event: React.MouseEvent): void => {
  event.preventDefault();
  document.querySelector<HTMLElement>('.sending .button.wide')?.focus();
};

function titleOf({ look }: Reading, asks: number): string {
  const people = peoplesAnswers(look.reading?.people ?? 0);
  const questions = plural(look.reading?.questions.length ?? 0, 'question', 'questions');
  if (asks === 0) return `${people}, ${questions}`;
  return `${people}, ${questions}, and ${asks === 1 ? 'one thing needs' : `${asks} things need`} you`;
}

const toolWords = ({ look: { tool, structure } }: Reading): string =>
  tool
    ? `This looks like an export of ${tool.title}.`
    : `This is a sheet of its own kind${structure && structure.confidence < 0.8 ? ': look at its first rows' : ''}.`;

/** What was done last, and the way back. */
function Undo({ reading: { undo, redo, step } }: { reading: Reading }) {
  if (undo === null && redo === null) return null;
  return (
    <div className="undo">
      <span role="status">{undo === null ? 'Everything is as we found it.' : `${undo}.`}</span>
      <button
        type="button"
        className="button second"
        aria-disabled={undo === null}
        onClick={() => step({ do: 'undo' })}
      >
        Undo
      </button>
      <button
        type="button"
        className="button second"
        aria-disabled={redo === null}
        onClick={() => step({ do: 'redo' })}
      >
        Redo
      </button>
    </div>
  );
}

/** Z takes back, silent while typing. */
function useUndoKey({ step }: Reading): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.key.toLowerCase() !== 'z' || event.altKey || target?.closest('input, textarea, select'))
        return;
      event.preventDefault();
      step({ do: event.shiftKey ? 'redo' : 'undo' });
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [step]);
}

/** What goes with the file: a mapping only where the source's own does not say it. */
function aboutOf(belongs: Belonging, { draft, look }: Reading, start: Mapping, remember: boolean): SendAbout {
  const { mapping } = draft;
  const kept = remembered(mapping, look.reading?.headerRows ?? []);
  const own = kept === mapping ? undefined : mapping;
  if (belongs.is === 'new') {
    const { name, agency, agreement } = belongs;
    return { newSource: { name, agency, agreement: agreement.id }, remember: kept, mapping: own };
  }
  if (mapping === start) return { source: belongs.code };
  return remember
    ? { source: belongs.code, remember: kept, mapping: own }
    : { source: belongs.code, mapping };
}

function useSending(setProblems: (problems: Problem[]) => void) {
  const [sending, setSending] = useState(false);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const send = async (file: File, about: SendAbout): Promise<void> => {
    setSending(true);
    const answer = await sendFile(file, about);
    setSending(false);
    // The file was chosen on the step before: no field of this one mends what the hub refused.
    if (!answer.ok) return setProblems([{ words: answer.words }]);
    const { delivery, note } = answer.value;
    if (delivery === null)
      return setProblems([{ words: note ?? 'The delivery was refused; nothing was stored' }]);
    return void navigate(addressOf(`/deliveries/${delivery}`, search));
  };
  return { sending, send };
}
