import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useFrame } from '../../app/view';
import { unmarked } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import type { ReportInput, ReportSubjectsQuery, ReportWholeFragment } from '../../gql/graphql';
import { REPORT_SUBJECTS, SAVE_REPORT } from './queries';
import { ReportTexts, TEXTS } from './ReportTexts';

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
  /** The released report that a new one corrects, of which it begins as a copy. */
  corrected?: ReportWholeFragment | null;
  onSaved: () => void;
}

/** @param begun what a new report begins with */
const inputOf = (
  held: ReportWholeFragment | null,
  begun: { agency: string; edition: number; theme: string },
): ReportInput => ({
  agency: held?.agency ?? begun.agency,
  slug: held?.slug ?? '',
  title: held?.title ?? '',
  kind: held?.kind ?? 'theme',
  subject: held?.subject ?? begun.theme,
  forWhom: held?.forWhom ?? '',
  edition: held?.edition ?? begun.edition,
  corrects: held?.corrects ?? null,
  texts: TEXTS.map(({ code }) => ({ code, text: held?.texts.find((one) => one.code === code)?.text ?? '' })),
});

/** A copy of a released report at an address of its own. */
const correctionOf = (corrected: ReportWholeFragment): ReportInput => ({
  ...inputOf(corrected, { agency: '', edition: 1, theme: '' }),
  // Beside another agency's at the same address it had its agency's code behind a stop, which no address is written with.
  slug: `${corrected.slug.replace('.', '-').slice(0, LONGEST_SLUG - CORRECTED.length)}${CORRECTED}`,
  corrects: corrected.id,
});
const LONGEST_SLUG = 80;
const CORRECTED = '-corrected';

/** An author's part: title, theme, edition and texts, with figures put in by their ids. */
export function ReportForm({ held, corrected = null, onSaved }: Props) {
  const frame = useFrame();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [input, setInput] = useState<ReportInput>(() =>
    corrected
      ? correctionOf(corrected)
      : inputOf(held, {
          agency: frame.viewer?.agencies[0]?.code ?? '',
          edition: frame.hub.latestEdition?.number ?? 1,
          theme: search.get('theme') ?? '',
        }),
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
      <ReportTexts input={input} change={change} themes={subjects.theme} wards={subjects.ward} />
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
        {/* A correction is of the agency whose report it corrects. */}
        {!held && !input.corrects && (
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
