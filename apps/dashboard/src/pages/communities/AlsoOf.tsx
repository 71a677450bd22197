import { Go } from '../../app/Go';
import {
  isPublished,
  isRest,
  REPORTS,
  type Dimension,
  type Figure,
  type FigureFilter,
} from '../../figures/figure';
import { count } from '../../figures/format';
import { HiddenNote } from '../../figures/HiddenTag';
import { useFigures } from '../../figures/useFigures';
import { Section } from '../../layout/Section';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { Shown } from '../../states/Shown';

/** Two communities at once: each pair is counted as distinct people. */
const PAIRS: Dimension[] = ['COMMUNITY', 'COMMUNITY'];

interface Props {
  code: string;
  name: string;
  filter: FigureFilter;
}

/** People of a community who are of another one too. What is hidden has no row: that there may be such people is said under the table. */
export function AlsoOf({ code, name, filter }: Props) {
  const answer = useFigures({ report: REPORTS.themes, by: PAIRS, filter });
  return (
    <Shown answer={answer} rows={6} title="And also of">
      {(figures) => {
        const told = figures.nodes.flatMap((figure) => pairOf(figure, code));
        return (
          <Section
            title={told.length > 0 ? `People of “${name}” are of other communities too` : 'And also of'}
            measure="People who named both, after matching across agencies."
          >
            {told.length === 0 ? (
              <p>Of no other community enough people are told.</p>
            ) : (
              <table className="table">
                <caption className="govuk-visually-hidden">People of both communities</caption>
                <thead>
                  <tr>
                    <th scope="col">And also of</th>
                    <th scope="col" className="number">
                      People
                    </th>
                    <th scope="col">
                      <span className="govuk-visually-hidden">How was this counted?</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {told.map(({ figure, other, people }) => (
                    <tr key={other.code}>
                      <th scope="row">
                        <Go to={`/communities/${other.code}`}>{other.name}</Go>
                      </th>
                      <td className="number">{count(people)}</td>
                      <td className="sign">
                        <ReceiptButton
                          request={{
                            question: figures.question,
                            keys: figure.keys,
                            name: `${name} and ${other.name}`,
                          }}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {figures.note && (
              <p className="note">
                <HiddenNote note={figures.note} />
              </p>
            )}
          </Section>
        );
      }}
    </Shown>
  );
}

/** The other community of a pair of which somebody is told. */
function pairOf(figure: Figure, code: string) {
  const other = figure.keys.find((key) => key.code !== code);
  if (!other || isRest(other.code) || !isPublished(figure) || figure.people.value === 0) return [];
  return [{ figure, other, people: figure.people.value }];
}
