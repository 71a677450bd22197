import { useAnswer } from '../../../app/answer';
import { unmarked } from '../../../figures/format';
import { SelectField } from '../../../forms/SelectField';
import type { DecidingModel } from '../../../gql/graphql';
import { ENGAGEMENTS } from '../../engagements/queries';
import { DECISION_CHOICES } from '../queries';
import { MODELS } from '../words';
import { controlOf, type Draft } from './draft';
import { EvidenceFields } from './EvidenceFields';
import { Several } from './Several';
import { TextField } from './TextField';

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problems: ReadonlyMap<string, string>;
}

interface DecidedProps extends PartProps {
  agencies: readonly { code: string; name: string }[];
  isNew: boolean;
}

type TextName =
  | 'reference'
  | 'title'
  | 'decided'
  | 'decidedOn'
  | 'decidedBy'
  | 'why'
  | 'notDone'
  | 'notDoneBecause'
  | 'lead'
  | 'portfolio';

/** Makes the fields of texts: each with its problem, and kept under its own name. */
const texts = ({ draft, change, problems }: PartProps) =>
  function text(field: TextName, label: string, more: object = {}) {
    return (
      <TextField
        field={field}
        label={label}
        value={draft[field]}
        onChange={(value) => change({ [field]: value })}
        problems={problems}
        {...more}
      />
    );
  };

export function WhatWasDecided(props: DecidedProps) {
  const { draft, change, problems, agencies, isNew } = props;
  const text = texts(props);
  return (
    <fieldset>
      <legend>What was decided</legend>
      <div className="pair">
        <SelectField
          id={controlOf('agency')}
          label="Agency"
          options={agencies.map(({ code, name }) => ({ code, name: unmarked(name) }))}
          value={draft.agency}
          onChange={(agency) => isNew && change({ agency })}
        />
        {text('reference', 'Your own reference', { disabled: !isNew })}
      </div>
      {text('title', 'Title', { hint: 'What people will see happen, in one line.' })}
      {text('decided', 'What was decided', { long: true })}
      {text('why', 'Why', { long: true })}
      <div className="pair">
        {text('decidedOn', 'Decided on', { type: 'date' })}
        {text('decidedBy', 'Who decided')}
        <SelectField
          id={controlOf('model')}
          label="By which rule"
          empty="Choose"
          options={MODELS}
          value={draft.model}
          error={problems.get('model')}
          onChange={(code) => change({ model: code as DecidingModel | '' })}
        />
        {text('lead', 'Lead')}
        {text('portfolio', 'Portfolio')}
      </div>
    </fieldset>
  );
}

export function WillNotBeDone(props: PartProps) {
  const { draft, change } = props;
  const text = texts(props);
  return (
    <fieldset>
      <legend>What will not be done</legend>
      <SelectField
        id={controlOf('willDo')}
        label="Outcome"
        options={[
          { code: 'yes', name: 'It will be done, all or in part' },
          { code: 'no', name: 'It will not be done' },
        ]}
        value={draft.willDo ? 'yes' : 'no'}
        onChange={(code) => change({ willDo: code === 'yes' })}
      />
      {text('notDone', 'What of it will not be done', { long: true })}
      {text('notDoneBecause', 'Because', { long: true, hint: 'A refusal needs a reason.' })}
    </fieldset>
  );
}

/** Figures and quotes it rests on, and what it belongs to. */
export function Belongs({ draft, change, problems, latest }: PartProps & { latest: number }) {
  const choices = useAnswer({ query: DECISION_CHOICES, variables: { edition: null } });
  const engagements = useAnswer({
    query: ENGAGEMENTS,
    variables: { edition: null, filter: { agency: [draft.agency] }, first: 500, after: null },
  });
  const themes = choices.data?.codebook?.themes ?? [];
  const wards = choices.data?.areas.nodes ?? [];
  const lists: [
    'engagements' | 'themes' | 'wards' | 'communities' | 'priorities',
    string,
    readonly { code: string; name: string }[],
  ][] = [
    [
      'engagements',
      'What was asked',
      (engagements.data?.engagements.nodes ?? []).map(({ id, title }) => ({ code: id, name: title })),
    ],
    ['themes', 'Themes', themes],
    ['wards', 'Wards (none: all of the city)', wards],
    ['communities', 'Communities', choices.data?.communities.nodes ?? []],
    [
      'priorities',
      'Plan priorities',
      (choices.data?.planPriorities ?? []).map(({ id, plan, title }) => ({
        code: id,
        name: `${title} (${plan})`,
      })),
    ],
  ];
  return (
    <>
      <EvidenceFields
        draft={draft}
        change={change}
        problems={problems}
        themes={themes}
        wards={wards}
        latest={latest}
      />
      <fieldset>
        <legend>What it belongs to</legend>
        <div className="pair">
          {lists.map(([field, label, options]) => (
            <Several
              key={field}
              field={field}
              label={label}
              options={options}
              chosen={draft[field]}
              onChange={(chosen) => change({ [field]: chosen })}
              problems={problems}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
