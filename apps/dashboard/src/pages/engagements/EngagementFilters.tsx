import { useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { day } from '../../figures/format';
import { Chip } from '../../filters/Chip';
import { Field } from '../../forms/Field';
import { SelectField } from '../../forms/SelectField';
import { TextField } from '../../forms/TextField';
import { ENGAGEMENT_CHOICES } from './queries';
import { LEVELS, yearsOpen } from './words';

interface Props {
  search: URLSearchParams;
  change: (edit: (next: URLSearchParams) => void) => void;
}

interface Choice {
  code: string;
  name: string;
}

/** A filter by one of several values: its place in the address, its name, its values. */
type List = [param: string, name: string, options: readonly Choice[]];

/** Words, what is open now, year, agency, participation, community and dates; what is chosen stands in the address and as chips. */
export function EngagementFilters({ search, change }: Props) {
  const { edition } = useView();
  const choices = useAnswer({ query: ENGAGEMENT_CHOICES, variables: { edition } });
  const lists: List[] = [
    ['open', 'Open', OPEN_NOW],
    ['year', 'Year', yearsOf(choices.data?.engagements.nodes ?? [])],
    ['agency', 'Agency', choices.data?.agencies.nodes ?? []],
    ['participation', 'Participation', LEVELS],
    ['community', 'Community', choices.data?.communities.nodes ?? []],
  ];
  const add = useRef<HTMLButtonElement>(null);
  return (
    <div className={PARAMS.some((param) => search.has(param)) ? undefined : 'no-print'}>
      <AddForm lists={lists} change={change} button={add} />
      <Chosen
        lists={lists}
        search={search}
        onRemove={(param, code) => {
          change((next) => next.delete(param, code));
          add.current?.focus();
        }}
      />
    </div>
  );
}

const DAYS = { from: 'Open after', until: 'Open before' } as const;
const WORDS = { about: 'Words or subject' } as const;
/** One value alone makes sense of these: the newest stands. */
const SINGLE = [...Object.keys(DAYS), ...Object.keys(WORDS), 'open', 'year'];
const PARAMS = ['agency', 'participation', 'community', ...SINGLE];
const OPEN_NOW: readonly Choice[] = [{ code: 'now', name: 'Now' }];

const yearsOf = (times: readonly { opens: string | null; closes: string | null }[]): Choice[] =>
  yearsOpen(times).map((year) => ({ code: year, name: year }));

interface AddProps {
  lists: List[];
  change: Props['change'];
  button: RefObject<HTMLButtonElement | null>;
}

/** Nothing is filtered before "Add" is pressed: a list that is walked through by keys changes nothing. */
function AddForm({ lists, change, button }: AddProps) {
  const [picked, setPicked] = useState<Record<string, string>>({});
  const pick = (param: string) => (code: string) => setPicked({ ...picked, [param]: code });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries(picked).filter(([, code]) => code.trim());
    if (given.length === 0) return;
    change((next) => {
      for (const [param, code] of given) {
        if (SINGLE.includes(param)) next.set(param, code.trim());
        else if (!next.has(param, code)) next.append(param, code);
      }
    });
    setPicked({});
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      {Object.entries(WORDS).map(([param, name]) => (
        <TextField key={param} label={name} value={picked[param] ?? ''} onChange={pick(param)} />
      ))}
      {lists.map(([param, name, options]) => (
        <SelectField
          key={param}
          label={name}
          empty="Any"
          options={options}
          value={picked[param] ?? ''}
          onChange={pick(param)}
        />
      ))}
      {Object.entries(DAYS).map(([param, name]) => (
        <Day key={param} name={name} value={picked[param] ?? ''} onChange={pick(param)} />
      ))}
      <button className="button" ref={button}>
        Add
      </button>
    </form>
  );
}

interface ChosenProps {
  lists: List[];
  search: URLSearchParams;
  onRemove: (param: string, code: string) => void;
}

function Chosen({ lists, search, onRemove }: ChosenProps) {
  const listed = lists.flatMap(([param, name, options]) =>
    search.getAll(param).map((code) => {
      const value = options.find((option) => option.code === code)?.name ?? code;
      return { param, name, code, value };
    }),
  );
  const days = Object.entries(DAYS).flatMap(([param, name]) => {
    const code = search.get(param);
    return code && /^\d{4}-\d{2}-\d{2}$/.test(code) ? [{ param, name, code, value: day(code) }] : [];
  });
  const words = Object.entries(WORDS).flatMap(([param, name]) => {
    const code = search.get(param);
    return code ? [{ param, name, code, value: code }] : [];
  });
  const chosen = [...words, ...listed, ...days];
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters">
      {chosen.map(({ param, name, code, value }) => (
        <Chip key={`${param} ${code}`} name={name} value={value} onRemove={() => onRemove(param, code)} />
      ))}
    </ul>
  );
}

function Day({ name, value, onChange }: { name: string; value: string; onChange: (date: string) => void }) {
  const id = useId();
  return (
    <Field id={id} label={name}>
      <input
        className="govuk-input"
        type="date"
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
