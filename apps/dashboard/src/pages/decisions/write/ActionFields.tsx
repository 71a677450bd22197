import { SelectField } from '../../../forms/SelectField';
import type { ActionState } from '../../../gql/graphql';
import { ACTION_STATES } from '../words';
import { controlOf, EMPTY_ACTION, type ActionDraft } from './draft';
import { TextField } from './TextField';

interface Props {
  actions: readonly ActionDraft[];
  onChange: (actions: ActionDraft[]) => void;
  problems: ReadonlyMap<string, string>;
}

/** Who does what by when, and how it stands. Late is told by the clock: nobody sets it. */
export function ActionFields({ actions, onChange, problems }: Props) {
  const change = (at: number, part: Partial<ActionDraft>) =>
    onChange(actions.map((action, n) => (n === at ? { ...action, ...part } : action)));
  return (
    <div id={controlOf('actions')} tabIndex={-1}>
      {problems.has('actions') && <p className="govuk-error-message">{problems.get('actions')}</p>}
      {actions.map((action, at) => (
        <OneAction
          key={at}
          number={at + 1}
          action={action}
          change={(part) => change(at, part)}
          problems={problems}
          onRemove={() => onChange(actions.filter((_, n) => n !== at))}
        />
      ))}
      <p>
        <button type="button" className="button second" onClick={() => onChange([...actions, EMPTY_ACTION])}>
          Add an action
        </button>
      </p>
    </div>
  );
}

interface OneProps {
  number: number;
  action: ActionDraft;
  change: (part: Partial<ActionDraft>) => void;
  problems: ReadonlyMap<string, string>;
  onRemove: () => void;
}

function OneAction({ number, action, change, problems, onRemove }: OneProps) {
  const text = (field: keyof ActionDraft & string, label: string, more: object = {}) => (
    <TextField
      field={`actions.${number}.${field}`}
      label={label}
      value={action[field]}
      onChange={(value) => change({ [field]: value })}
      problems={problems}
      {...more}
    />
  );
  return (
    <fieldset>
      <legend>Action {number}</legend>
      {text('what', 'What will be done')}
      <div className="pair">
        {text('owner', 'Owner')}
        {text('due', 'Due', { type: 'date' })}
        <SelectField
          id={controlOf(`actions.${number}.state`)}
          label="State"
          options={ACTION_STATES}
          value={action.state}
          onChange={(code) => change({ state: code as ActionState })}
        />
        {action.state === 'DONE' && text('doneOn', 'Done on', { type: 'date' })}
      </div>
      {action.state === 'WILL_NOT_DO' && text('because', 'Why it will not be done', { long: true })}
      {text('effect', 'Sign of effect', { hint: 'What was seen after it, if anything.' })}
      {action.effect &&
        text('effectFigure', 'Figure of the effect', {
          hint: 'The id of a published figure, if there is one.',
        })}
      <button type="button" className="link-button" onClick={onRemove}>
        Take action {number} away
      </button>
    </fieldset>
  );
}
