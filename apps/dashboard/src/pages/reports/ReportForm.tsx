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
import type { ReportInput, ReportSubjectsQuery, ReportWholeFragment } from '../../gql/graphql';
import { REPORT_SUBJECTS, SAVE_REPORT } from './queries';

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
  {
    code: 'risks',
    name: 'Risk view',
    hint: 'Of a theme, a judgement and no statistic. First line: “Scored on 3 June 2025 by …”. Then a line a risk: risk | likelihood 1 to 5 | impact 1 to 5 | evidence A, B or C | what the scorers said.',
  },
] as const;
type Code = (typeof TEXTS)[number]['code'];

const KINDS = [
  { code: 'theme', name: 'A theme, for a board', about: 'Theme', choose: 'Choose a theme' },
  {
    code: 'consultation',
    name: 'A consultation, question by question',
    about: 'Consultation',
    choose: 'Choose a consultation',
  },
  { code: 'ward', name: 'A ward, for its councillors', about: 'Ward', choose: 'Choose a ward' },
] as const;

/** What each kind of report may be about. */
const subjectsOf = (data: ReportSubjectsQuery | undefined) => ({
  theme: data?.codebook?.themes ?? [],
  consultation: (data?.engagements.nodes ?? []).map(({ id, title }) => ({ code: id, name: unmarked(title) })),
  ward: data?.areas.nodes ?? [],
});

interface Props {
  held: ReportWholeFragment | null;
  onSaved: () => void;
}

const inputOf = (held: ReportWholeFragment | null, agency: string, edition: number): ReportInput => ({
  agency: held?.agency ?? agency,
  slug: held?.slug ?? '',
  title: held?.title ?? '',
  kind: held?.kind ?? 'theme',
  subject: held?.subject ?? '',
  forWhom: held?.forWhom ?? '',
  edition: held?.edition ?? edition,
  corrects: held?.corrects ?? null,
  texts: TEXTS.map(({ code }) => ({ code, text: held?.texts.find((one) => one.code === code)?.text ?? '' })),
});

/** An author's part: title, theme, edition and texts, with figures put in by their ids. */
export function ReportForm({ held, onSaved }: Props) {
  const frame = useFrame();
  const navigate = useNavigate();
  const [input, setInput] = useState(() =>
    inputOf(held, frame.viewer?.agencies[0]?.code ?? '', frame.hub.latestEdition?.number ?? 1),
  );
  const { act, busy, problem } = useAction(SAVE_REPORT, ({ saveReport }) => saveReport.id);
  const choices = useAnswer({ query: REPORT_SUBJECTS, variables: {} });
  const change = (part: Partial<ReportInput>) => setInput((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act({ input, seen: held?.version ?? null }))) return;
    if (held) onSaved();
    else await navigate('/report-room');
  };
  const subjects = subjectsOf(choices.data);
  return (
    <form className="write-decision" onSubmit={(event) => void submit(event)}>
      <WhatItIs held={held} input={input} change={change} subjects={subjects} />
      <Texts input={input} change={change} themes={subjects.theme} />
      <NotDone problem={problem} />
      <button className="button" disabled={busy}>
        Save the draft
      </button>
    </form>
  );
}

interface WhatProps {
  held: ReportWholeFragment | null;
  input: ReportInput;
  change: (part: Partial<ReportInput>) => void;
  subjects: ReturnType<typeof subjectsOf>;
}

function WhatItIs({ held, input, change, subjects }: WhatProps) {
  const { viewer, hub } = useFrame();
  const agencies = viewer?.agencies ?? [];
  const kind = KINDS.find(({ code }) => code === input.kind) ?? KINDS[0];
  return (
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
          label="Kind of report"
          options={KINDS}
          value={kind.code}
          onChange={(code) => change({ kind: code, subject: '' })}
        />
        <SelectField
          label={kind.about}
          empty={kind.choose}
          options={subjects[kind.code]}
          value={input.subject ?? ''}
          onChange={(subject) => change({ subject })}
        />
        <TextField
          label="Edition"
          value={String(input.edition)}
          onChange={(text) => change({ edition: Number(text) || (hub.latestEdition?.number ?? 1) })}
        />
      </div>
    </fieldset>
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
