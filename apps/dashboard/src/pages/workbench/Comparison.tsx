import { count, signed } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Go } from '../../app/Go';
import type { Run } from './useWorkbench';

type Compared = NonNullable<Run['comparison']>;

const f1 = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : value.toFixed(2);

/** Theme by theme: how many comments before and after, and how well the coder agrees with people. */
export function ComparedThemes({
  themes,
  names,
}: {
  themes: Compared['themes'];
  names: (code: string) => string;
}) {
  const sorted = [...themes].sort(
    (a, b) => b.gained + b.lost - a.gained - a.lost || names(a.theme).localeCompare(names(b.theme), 'en-GB'),
  );
  return (
    <Section
      title="What changes, theme by theme"
      measure="Comments of those compared. Agreement is F1 on the blind audit sample; empty where the sample has too few to judge by."
    >
      <table className="table">
        <caption className="govuk-visually-hidden">Comments by theme, before and after</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col" className="number">
              Before
            </th>
            <th scope="col" className="number">
              After
            </th>
            <th scope="col" className="number">
              Change
            </th>
            <th scope="col" className="number only-wide">
              Gained, lost
            </th>
            <th scope="col" className="number only-wide">
              Agreement before
            </th>
            <th scope="col" className="number only-wide">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.theme}>
              <th scope="row">{names(one.theme)}</th>
              <td className="number">{count(one.before)}</td>
              <td className="number">{count(one.after)}</td>
              <td className="number">{one.after === one.before ? '0' : signed(one.after - one.before, 0)}</td>
              <td className="number only-wide">
                {count(one.gained)}, {count(one.lost)}
              </td>
              <td className="number only-wide">{f1(one.f1Before)}</td>
              <td className="number only-wide">{f1(one.f1After)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Some comments that would change, each one click from its words and history. */
export function ChangedComments({
  examples,
  names,
}: {
  examples: Compared['examples'];
  names: (code: string) => string;
}) {
  if (examples.length === 0) return null;
  return (
    <Section title="Some comments that would change" measure="Open one to read it, with its whole history.">
      <ul className="plain changed">
        {examples.slice(0, 12).map(({ submission, gained, lost }, index) => (
          <li key={submission}>
            <Go to={`/workbench/comments/${submission}`}>Comment {index + 1}</Go>
            {gained.map((theme) => (
              <span className="word" key={theme}>
                + {names(theme)}
              </span>
            ))}
            {lost.map((theme) => (
              <span className="word grey" key={theme}>
                − {names(theme)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
