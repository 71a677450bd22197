import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../../app/answer';
import { useFrame } from '../../../app/view';
import { unmarked } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { SelectField } from '../../../forms/SelectField';
import { TextField } from '../../../forms/TextField';
import { useAction } from '../../../forms/useAction';
import type { DecisionChoicesQuery } from '../../../gql/graphql';
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

type Held = DecisionChoicesQuery['planPriorities'];

/** What is being written: a new priority, or one that is held with its plan and themes until they are changed. */
function useDraft(first: string, held: Held) {
  const [agency, setAgency] = useState(first);
  const [chosen, setChosen] = useState('');
  const [plan, setPlan] = useState('');
  const [title, setTitle] = useState('');
  /** Null: as they are held. */
  const [picked, setPicked] = useState<string[] | null>(null);
  const own = held.filter((one) => one.agency === agency);
  // A title that is held already is that priority, whether it was chosen or typed.
  const before = own.find(({ code }) => code === (chosen || codeOf(title)));
  const choose = (code: string): void => {
    const one = own.find((each) => each.code === code);
    setChosen(code);
    setPlan(one?.plan ?? '');
    setTitle(one?.title ?? '');
    setPicked(null);
  };
  const chooseAgency = (code: string): void => {
    setAgency(code);
    choose('');
  };
  return {
    draft: {
      agency,
      code: before?.code ?? codeOf(title),
      plan,
      title,
      themes: picked ?? before?.themes ?? [],
    },
    own,
    chosen,
    choose,
    chooseAgency,
    setPlan,
    setTitle,
    setPicked,
  };
}

/** A priority of a plan, with the themes that belong to it. */
export function PriorityForm() {
  const agencies = useFrame().viewer?.agencies ?? [];
  const choices = useAnswer({ query: DECISION_CHOICES, variables: { edition: null } });
  const writing = useDraft(agencies[0]?.code ?? '', choices.data?.planPriorities ?? []);
  const { draft, own } = writing;
  const { act, busy, done, problem } = useAction(SAVE_PRIORITY, ({ savePlanPriority }) => savePlanPriority);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act(draft).then(() => choices.again());
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
            value={draft.agency}
            onChange={writing.chooseAgency}
          />
          <SelectField
            label="Write or change"
            options={[
              { code: '', name: 'A new priority' },
              ...own.map(({ code, title: name }) => ({ code, name })),
            ]}
            value={writing.chosen}
            onChange={writing.choose}
          />
          <TextField label="Plan" value={draft.plan} onChange={writing.setPlan} />
          <TextField label="Priority" value={draft.title} onChange={writing.setTitle} />
          <Several
            field="priority-themes"
            label="Themes that belong to it"
            options={choices.data?.codebook?.themes ?? []}
            chosen={draft.themes}
            onChange={writing.setPicked}
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
