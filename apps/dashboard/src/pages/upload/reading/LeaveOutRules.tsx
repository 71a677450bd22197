import { plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
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
        <div key={at} className="rule">
          <span>Leave out rows where</span>
          <select
            className="govuk-select"
            aria-label={`Rule ${at + 1}: column`}
            value={String(rule.column)}
            onChange={(event) => put(at, { ...rule, column: event.target.value })}
          >
            {!look.columns.some(({ label }) => label === rule.column) && (
              <option value={String(rule.column)}>{rule.column}</option>
            )}
            {look.columns.map(({ label }) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
          <select
            className="govuk-select"
            aria-label={`Rule ${at + 1}: is or is not`}
            value={rule.except ? 'except' : 'values'}
            onChange={(event) => {
              const words = rule.except ?? rule.values ?? [];
              const { except: _except, ...bare } = rule;
              put(
                at,
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
            aria-label={`Rule ${at + 1}: cells, with a comma between them`}
            key={(rule.except ?? rule.values ?? []).join(', ')}
            defaultValue={(rule.except ?? rule.values ?? []).join(', ')}
            onBlur={(event) => {
              const words = event.target.value
                .split(',')
                .map((word) => word.trim())
                .filter(Boolean);
              if (words.join() === (rule.except ?? rule.values ?? []).join()) return;
              put(at, rule.except ? { ...rule, except: words } : { ...rule, values: words });
            }}
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={rule.blank === true}
              onChange={(event) => put(at, { ...rule, blank: event.target.checked })}
            />{' '}
            or is empty
          </label>
          <select
            className="govuk-select"
            aria-label={`Rule ${at + 1}: because it is`}
            value={rule.why ?? 'test'}
            onChange={(event) => put(at, { ...rule, why: event.target.value })}
          >
            {WHY.map(({ as, name }) => (
              <option key={as} value={as}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="link-button"
            onClick={() =>
              set(
                rules.filter((_, index) => index !== at),
                'Took a rule away',
              )
            }
          >
            Take away<span className="govuk-visually-hidden"> rule {at + 1}</span>
          </button>
        </div>
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
