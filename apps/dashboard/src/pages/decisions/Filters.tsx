import { useRef, useState, type FormEvent } from 'react';
import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { Chip } from '../../filters/Chip';
import { SelectField } from '../../forms/SelectField';
import { unmarked } from '../../figures/format';
import { DECISION_CHOICES } from './queries';
import { PARAMS, type Param } from './filter-in';
import { STATES } from './words';

interface Props {
  search: URLSearchParams;
  change: (edit: (next: URLSearchParams) => void) => void;
  years: readonly number[];
  doneYears: readonly number[];
}

/** Ward, theme, agency, community, plan priority, years and state: chosen values stand in the address and as chips. */
export function Filters({ search, change, years, doneYears }: Props) {
  const { edition } = useView();
  const { data } = useAnswer({ query: DECISION_CHOICES, variables: { edition } });
  const add = useRef<HTMLButtonElement>(null);
  const lists: [Param, string, readonly { code: string; name: string }[]][] = [
    ['ward', 'Ward', data?.areas.nodes ?? []],
    ['theme', 'Theme', data?.codebook?.themes ?? []],
    ['agency', 'Agency', (data?.agencies.nodes ?? []).map((one) => ({ ...one, name: unmarked(one.name) }))],
    ['community', 'Community', data?.communities.nodes ?? []],
    [
      'priority',
      'Plan priority',
      (data?.planPriorities ?? []).map(({ id, title }) => ({ code: id, name: title })),
    ],
    ['year', 'Decided in', years.map(asOption)],
    ['doneIn', 'Done in', doneYears.map(asOption)],
    ['state', 'State', STATES],
  ];
  return (
    <>
      <AddForm lists={lists} change={change} button={add} />
      <ul className="chips" aria-label="Filters">
        {[...lists, ENGAGEMENT].flatMap(([param, name, options]) =>
          search.getAll(param).map((code) => {
            const value =
              options.find((option) => option.code === code)?.name ??
              (param === 'engagement' ? 'one consultation' : code);
            return (
              <Chip
                key={`${param} ${code}`}
                name={name}
                value={value}
                onRemove={() => {
                  change((next) => next.delete(param, code));
                  add.current?.focus();
                }}
              />
            );
          }),
        )}
      </ul>
    </>
  );
}

/** Chosen on the page of an engagement alone: all of them are no list to choose from. */
const ENGAGEMENT: [Param, string, readonly { code: string; name: string }[]] = [
  'engagement',
  'Decided after',
  [],
];

const asOption = (year: number) => ({ code: String(year), name: String(year) });

interface AddProps {
  lists: [Param, string, readonly { code: string; name: string }[]][];
  change: Props['change'];
  button: React.RefObject<HTMLButtonElement | null>;
}

/** Nothing is filtered before "Show" is pressed: a list that is walked through by keys changes nothing. */
function AddForm({ lists, change, button }: AddProps) {
  const [picked, setPicked] = useState<Partial<Record<Param, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change((next) => {
      for (const param of PARAMS) {
        const code = picked[param];
        if (code && !next.has(param, code)) next.append(param, code);
      }
    });
    setPicked({});
  };
  return (
    <form className="filter-form no-print" onSubmit={submit}>
      {lists.map(([param, name, options]) => (
        <SelectField
          key={param}
          label={name}
          empty="All"
          options={options}
          value={picked[param] ?? ''}
          onChange={(code) => setPicked({ ...picked, [param]: code })}
        />
      ))}
      <button className="button" ref={button}>
        Show
      </button>
    </form>
  );
}
