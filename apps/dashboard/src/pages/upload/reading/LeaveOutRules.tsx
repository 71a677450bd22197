import { plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import type { LookColumn } from '../look';
import type { Reading } from './useReading';
import { BY_RULE, ROW_WORDS } from './words';

interface Rule {
  column: string | number;
  values?: string[];
  blank?: boolean;
  except?: string[];
  why?: string;
}

const WHY = ROW_WORDS.filter(({ as }) => [...BY_RULE, 'note', 'total'].includes(as));

/** Which rows are left out, by what stands in a column. */
export function LeaveOutRules({ reading }: { reading: Reading }) {
  const { look, draft, change } = reading;
  const rules = (draft.mapping['leaveOut'] ?? []) as Rule[];
  const set = (next: Rule[], did: string): void => change({ ...draft.mapping, leaveOut: next }, did);
  const put = (at: number, rule: Rule): void =>
    set(
      rules.map((one, index) => (index === at ? rule : one)),
      'Changed which rows are left out',
    );
  const rows = BY_RULE.reduce((sum, why) => sum + (look.counts[why] ?? 0), 0);
  return (
    <Section
      title={rules.length ? `Rules leave out ${plural(rows, 'row', 'rows')}` : 'No row is left out by a rule'}
      measure="Test answers, previews, people who did not agree to take part. Rows left out are counted on the receipt, and nothing of them is kept beside the file."
      id="rules"
    >
      {rules.map((rule, at) => (
        <RuleLine
          key={at}
          rule={rule}
          number={at + 1}
          columns={look.columns}
          onChange={(next) => put(at, next)}
          onForget={() =>
            set(
              rules.filter((_, index) => index !== at),
              'Took a rule away',
            )
          }
        />
      ))}
      <button
        type="button"
        className="link-button"
        onClick={() =>
          set(
            [...rules, { column: look.columns[0]?.label ?? 1, values: [], blank: false, why: 'test' }],
            'Added a rule',
          )
        }
      >
        Add a rule
      </button>
    </Section>
  );
}

interface LineProps {
  rule: Rule;
  number: number;
  onChange: (rule: Rule) => void;
}

/** One rule, as a sentence with blanks. */
function RuleLine({
  rule,
  number,
  columns,
  onChange,
  onForget,
}: LineProps & { columns: readonly LookColumn[]; onForget: () => void }) {
  return (
    <div className="rule">
      <span>Leave out rows where</span>
      <select
        className="govuk-select"
        aria-label={`Rule ${number}: column`}
        value={String(rule.column)}
        onChange={(event) => onChange({ ...rule, column: event.target.value })}
      >
        {!columns.some(({ label }) => label === rule.column) && (
          <option value={String(rule.column)}>{rule.column}</option>
        )}
        {columns.map(({ label }) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </select>
      <Condition rule={rule} number={number} onChange={onChange} />
      <select
        className="govuk-select"
        aria-label={`Rule ${number}: because it is`}
        value={rule.why ?? 'test'}
        onChange={(event) => onChange({ ...rule, why: event.target.value })}
      >
        {WHY.map(({ as, name }) => (
          <option key={as} value={as}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="link-button" onClick={onForget}>
        Take away<span className="govuk-visually-hidden"> rule {number}</span>
      </button>
    </div>
  );
}

/** What stands in the cells of the rows that it leaves out. */
function Condition({ rule, number, onChange }: LineProps) {
  return (
    <>
      <select
        className="govuk-select"
        aria-label={`Rule ${number}: is or is not`}
        value={rule.except ? 'except' : 'values'}
        onChange={(event) => {
          const words = rule.except ?? rule.values ?? [];
          const { except: _except, ...bare } = rule;
          onChange(
            event.target.value === 'except'
              ? { ...bare, values: [], except: words }
              : { ...bare, values: words },
          );
        }}
      >
        <option value="values">is</option>
        <option value="except">is not</option>
      </select>
      <input
        className="govuk-input"
        aria-label={`Rule ${number}: cells, with a comma between them`}
        key={(rule.except ?? rule.values ?? []).join(', ')}
        defaultValue={(rule.except ?? rule.values ?? []).join(', ')}
        onBlur={(event) => {
          const words = event.target.value
            .split(',')
            .map((word) => word.trim())
            .filter(Boolean);
          if (words.join() === (rule.except ?? rule.values ?? []).join()) return;
          onChange(rule.except ? { ...rule, except: words } : { ...rule, values: words });
        }}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={rule.blank === true}
          onChange={(event) => onChange({ ...rule, blank: event.target.checked })}
        />{' '}
        or is empty
      </label>
    </>
  );
}
