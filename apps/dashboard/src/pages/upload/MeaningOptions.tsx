import { codeOf, MEANINGS, meaningOf, type Rule } from './mapping';

const GROUPS = [...new Set(MEANINGS.map((one) => one.group))];

/** All that a column may become, in groups; what it is now first, where that is none of them. */
export function MeaningOptions({ rule }: { rule: Rule | undefined }) {
  const current = codeOf(rule);
  const known = MEANINGS.some((one) => one.code === current);
  return (
    <>
      {!known && <option value={current}>{meaningOf(rule)}</option>}
      {GROUPS.map((group) => (
        <optgroup key={group} label={group}>
          {MEANINGS.filter((one) => one.group === group).map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
