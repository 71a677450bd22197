import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../../app/answer';
import { useFrame } from '../../../app/view';
import { unmarked } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { SelectField } from '../../../forms/SelectField';
import { TextField } from '../../../forms/TextField';
import { useAction } from '../../../forms/useAction';
import { Section } from '../../../layout/Section';
import { DECISION_CHOICES } from '../queries';
import { SAVE_PRIORITY } from './own-queries';
import { Several } from './Several';

const NO_PROBLEM: ReadonlyMap<string, string> = new Map();

const codeOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

/** A priority of a plan, with the themes that belong to it. */
export function PriorityForm() {
  const agencies = useFrame().viewer?.agencies ?? [];
  const choices = useAnswer({ query: DECISION_CHOICES, variables: { edition: null } });
  const [agency, setAgency] = useState(agencies[0]?.code ?? '');
  const [plan, setPlan] = useState('');
  const [title, setTitle] = useState('');
  const [themes, setThemes] = useState<string[]>([]);
  const { act, busy, done, problem } = useAction(SAVE_PRIORITY, ({ savePlanPriority }) => savePlanPriority);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ agency, code: codeOf(title), plan, title, themes }).then(() => choices.again());
  };
  return (
    <Section
      title="Priorities of your plans"
      measure={
        (choices.data?.planPriorities ?? []).map((one) => `${one.title} (${one.plan})`).join(', ') ||
        'None is written yet.'
      }
    >
      <form className="write-decision" onSubmit={submit}>
        <div className="pair">
          <SelectField
            label="Agency"
            options={agencies.map(({ code, name }) => ({ code, name: unmarked(name) }))}
            value={agency}
            onChange={setAgency}
          />
          <TextField label="Plan" value={plan} onChange={setPlan} />
          <TextField label="Priority" value={title} onChange={setTitle} />
          <Several
            field="priority-themes"
            label="Themes that belong to it"
            options={choices.data?.codebook?.themes ?? []}
            chosen={themes}
            onChange={setThemes}
            problems={NO_PROBLEM}
          />
        </div>
        <button className="button" disabled={busy}>
          Save the priority
        </button>
        <NotDone problem={problem} />
        <p role="status">{done ? '✓ Saved.' : ''}</p>
      </form>
    </Section>
  );
}
