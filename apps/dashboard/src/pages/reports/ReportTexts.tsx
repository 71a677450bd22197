import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { problemOf } from '../../forms/refusal';
import { SelectField } from '../../forms/SelectField';
import type { ReportInput } from '../../gql/graphql';
import { PutIn } from './PutIn';
import { EQUALITY_DRAFT } from './queries';

/** What an author writes, in the order of the page. */
export const TEXTS = [
  {
    code: 'point',
    name: 'The decision asked',
    hint: 'What the board must decide, in few sentences. It must be written.',
  },
  { code: 'options', name: 'Options', hint: 'Each with its cost, what people said, whom it helps or harms.' },
  {
    code: 'equality',
    name: 'Equality',
    hint: 'Who is heard less than their share, what each group said, and your judgement of it. It can be drafted from the figures; the judgement is yours.',
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

interface Named {
  code: string;
  name: string;
}

interface Props {
  input: ReportInput;
  change: (part: Partial<ReportInput>) => void;
  themes: readonly Named[];
  wards: readonly Named[];
}

/** The author's texts: figures and released quotes are put in by their ids, and the equality section can be drafted from figures. */
export function ReportTexts({ input, change, themes, wards }: Props) {
  const boxes = useRef<Partial<Record<Code, HTMLTextAreaElement | null>>>({});
  const [into, setInto] = useState<Code>('point');
  const write = (code: Code, text: string) =>
    change({ texts: input.texts.map((one) => (one.code === code ? { code, text } : one)) });
  const insert = (token: string) => {
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
      <PutIn edition={input.edition} themes={themes} wards={wards} insert={insert}>
        <SelectField label="Into" options={TEXTS} value={into} onChange={(code) => setInto(code as Code)} />
      </PutIn>
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
          {code === 'equality' && <EqualityDraft input={input} onDraft={(text) => write('equality', text)} />}
        </Field>
      ))}
    </fieldset>
  );
}

interface DraftProps {
  input: ReportInput;
  onDraft: (text: string) => void;
}

/** Writes the draft under what stands there already: nothing of the author's is lost. */
function EqualityDraft({ input, onDraft }: DraftProps) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { kind, subject, edition } = input;
  const draft = async () => {
    setBusy(true);
    const variables = { kind: kind ?? 'theme', subject: subject ?? '', edition };
    const answer = await client.query(EQUALITY_DRAFT, variables, { requestPolicy: 'network-only' });
    const text = answer.data?.equalityDraft ?? '';
    const written = input.texts.find(({ code }) => code === 'equality')?.text.trim();
    if (text) onDraft(written ? `${written}\n\n${text}` : text);
    setProblem(problemOf(answer, ({ equalityDraft }) => equalityDraft));
    setBusy(false);
  };
  return (
    <>
      <p>
        <button
          type="button"
          className="button second"
          disabled={!subject || busy}
          onClick={() => void draft()}
        >
          Draft it from the figures
        </button>
      </p>
      <NotDone problem={problem} />
    </>
  );
}
