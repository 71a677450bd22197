import type { Statement } from '../../figures/useFigures';

/** What a change is, with its range, and what it rests on; or why none is told. */
export function OnTheYearBefore({ said, silent }: { said: Statement | undefined; silent: string | null }) {
  if (!said) return silent ? <p className="note">{silent}</p> : null;
  return (
    <p className="note">
      On the year before, like for like: {said.words}. {said.perHundred && `${said.perHundred}. `}
      {said.basis}
    </p>
  );
}
