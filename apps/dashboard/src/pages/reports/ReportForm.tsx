import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useFrame } from '../../app/view';
import { unmarked } from '../../figures/format';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import type { ReportInput, ReportWholeFragment } from '../../gql/graphql';
import { DECISION_CHOICES } from '../decisions/queries';
import { SAVE_REPORT } from './queries';

const TEXTS = [
  {
    code: 'point',
    name: 'The decision asked',
    hint: 'What the board must decide, in few sentences. It must be written.',
  },
  { code: 'options', name: 'Options', hint: 'Each with its cost, what people said, whom it helps or harms.' },
  {
    code: 'equality',
    name: 'Equality',
    hint: 'Who is heard less than their share, and your judgement of it.',
  },
  {
    code: 'limits',
    name: 'Limits',
    hint: 'What these figures can’t say, in four lines. It must be written.',
  },
] as const;
type Code = (typeof TEXTS)[number]['code'];

interface Props {
  held: ReportWholeFragment | null;
  onSaved: () => void;
}

const inputOf = (held: ReportWholeFragment | null, agency: string, edition: number): ReportInput => ({
  agency: held?.agency ?? agency,
  slug: held?.slug ?? '',
  title: held?.title ?? '',
  theme: held?.theme ?? '',
  forWhom: held?.forWhom ?? '',
  edition: held?.edition ?? edition,
  corrects: held?.corrects ?? null,
  texts: TEXTS.map(({ code }) => ({ code, text: held?.texts.find((one) => one.code === code)?.text ?? '' })),
});

/** An author's part: title, theme, edition and texts, with figures put in by their ids. */
export function ReportForm({ held, onSaved }: Props) {
  const frame = useFrame();
  const navigate = useNavigate();
  const agencies = frame.viewer?.agencies ?? [];
  const latest = frame.hub.latestEdition?.number ?? 1;
  const [input, setInput] = useState(() => inputOf(held, agencies[0]?.code ?? '', latest));
  const { act, busy, problem } = useAction(SAVE_REPORT, ({ saveReport }) => saveReport.id);
  const choices = useAnswer({ query: DECISION_CHOICES, variables: { edition: null } });
  const change = (part: Partial<ReportInput>) => setInput((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act({ input, seen: held?.version ?? null }))) return;
    if (held) onSaved();
    else await navigate('/report-room');
  };
  const themes = choices.data?.codebook?.themes ?? [];
  return (
    <form className="write-decision" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>What it is</legend>
        <div className="pair">
          <TextField label="Title" value={input.title} onChange={(title) => change({ title })} />
          <TextField
            label="For which board"
            value={input.forWhom}
            onChange={(forWhom) => change({ forWhom })}
          />
          {!held && (
            <TextField label="Address of its page" value={input.slug} onChange={(slug) => change({ slug })} />
          )}
          {!held && (
            <SelectField
              label="Agency"
              options={agencies.map(({ code, name }) => ({ code, name: unmarked(name) }))}
              value={input.agency}
              onChange={(agency) => change({ agency })}
            />
          )}
          <SelectField
            label="Theme"
            empty="Choose a theme"
            options={themes}
            value={input.theme}
            onChange={(theme) => change({ theme })}
          />
          <TextField
            label="Edition"
            value={String(input.edition)}
            onChange={(text) => change({ edition: Number(text) || latest })}
          />
        </div>
      </fieldset>
      <Texts input={input} change={change} themes={themes} />
      <NotDone problem={problem} />
      <button className="button" disabled={busy}>
        Save the draft
      </button>
    </form>
  );
}

interface TextsProps {
  input: ReportInput;
  change: (part: Partial<ReportInput>) => void;
  themes: readonly { code: string; name: string }[];
}

function Texts({ input, change, themes }: TextsProps) {
  const boxes = useRef<Partial<Record<Code, HTMLTextAreaElement | null>>>({});
  const [theme, setTheme] = useState('');
  const [into, setInto] = useState<Code>('point');
  const write = (code: Code, text: string) =>
    change({ texts: input.texts.map((one) => (one.code === code ? { code, text } : one)) });
  const insert = () => {
    const token = `[[themes-by-community/theme=${theme}]]`;
    const box = boxes.current[into];
    const text = input.texts.find(({ code }) => code === into)?.text ?? '';
    const at = box?.selectionStart ?? text.length;
    write(into, text.slice(0, at) + token + text.slice(at));
    box?.focus();
  };
  return (
    <fieldset>
      <legend>What the author writes</legend>
      <p className="note">
        Every number is a figure: <code>[[id]]</code> writes its people, <code>[[id | share]]</code> its
        share, <code>[[quote 12]]</code> a released quote.
      </p>
      <div className="pair">
        <SelectField
          label="Put in the figure of a theme"
          empty="Choose a theme"
          options={themes}
          value={theme}
          onChange={setTheme}
        />
        <SelectField label="Into" options={TEXTS} value={into} onChange={(code) => setInto(code as Code)} />
      </div>
      <p>
        <button type="button" className="button second" disabled={!theme} onClick={insert}>
          Put it in
        </button>
      </p>
      {TEXTS.map(({ code, name, hint }) => (
        <Field key={code} id={`report-${code}`} label={name} hint={hint}>
          <textarea
            className="govuk-textarea"
            id={`report-${code}`}
            rows={5}
            aria-describedby={`report-${code}-hint`}
            ref={(box) => {
              boxes.current[code] = box;
            }}
            value={input.texts.find((one) => one.code === code)?.text ?? ''}
            onChange={(event) => write(code, event.target.value)}
          />
        </Field>
      ))}
    </fieldset>
  );
}
