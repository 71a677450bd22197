import type { AnswerSide } from '../../gql/graphql';

/** Sides in the words in which people choose them. */
const SIDES: readonly [AnswerSide, string][] = [
  ['FOR', 'For it'],
  ['AGAINST', 'Against it'],
  ['BOTH', 'For and against'],
  ['NEITHER', 'It does not say'],
];

/** Where a comment stands to what was asked; may be left open. */
export function SideField({
  side,
  choose,
}: {
  side: AnswerSide | null;
  choose: (side: AnswerSide | null) => void;
}) {
  return (
    <fieldset className="plain-fieldset">
      <legend>Where does it stand to what was asked? (may be left open)</legend>
      {SIDES.map(([value, name]) => (
        <label className="tick-line" key={value}>
          <input type="radio" name="side" checked={side === value} onChange={() => choose(value)} /> {name}
        </label>
      ))}
      <label className="tick-line">
        <input type="radio" name="side" checked={side === null} onChange={() => choose(null)} /> Left open
      </label>
    </fieldset>
  );
}
