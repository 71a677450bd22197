import { useAnswer } from '../../app/answer';
import { count } from '../../figures/format';
import { gradeName } from '../../figures/grade';
import { graphql } from '../../gql';
import type { GradesToLiftQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';

const GRADES_TO_LIFT = graphql(`
  query GradesToLift {
    gradesToLift {
      theme
      grade
      positives
      auditedYes
      precision
      precisionLow
      recall
      recallLow
      wanted
    }
  }
`);

type Line = GradesToLiftQuery['gradesToLift'][number];
const ORDER: Line['grade'][] = ['INDICATIVE', 'LEARNING', 'READY'];
const two = (value: number | null): string => (value === null ? 'not known' : value.toFixed(2));

/** What the audit says of each theme, and how many more codings would lift its grade: the nearest first. */
export function GradesToLift({ names }: { names: (code: string) => string }) {
  const answer = useAnswer({ query: GRADES_TO_LIFT, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={8}>
      {({ gradesToLift }) => {
        const near = gradesToLift.filter(({ wanted }) => wanted !== null).length;
        return (
          <Section
            title={
              near > 0
                ? `${count(near)} themes could be lifted by more codings of the audit`
                : 'No grade could be lifted by more codings alone'
            }
            measure="A theme is ready from 20 comments in which people found it and 30 that the coder gave it, where at least .70 of these are surely right and .40 surely found. Where nothing is asked for, the coder must learn first."
          >
            <table className="table stack-narrow">
              <caption className="govuk-visually-hidden">
                Themes with their grade and what would lift it
              </caption>
              <thead>
                <tr>
                  <th scope="col">Theme</th>
                  <th scope="col">Grade</th>
                  <th scope="col">Right, at least</th>
                  <th scope="col">Found, at least</th>
                  <th scope="col">Wanted</th>
                </tr>
              </thead>
              <tbody>
                {sorted(gradesToLift).map((one) => (
                  <tr key={one.theme}>
                    <th scope="row">{names(one.theme)}</th>
                    <td data-label="Grade">{gradeName(one.grade)}</td>
                    <td data-label="Right, at least">
                      {two(one.precisionLow)} ({two(one.precision)} of {count(one.auditedYes)})
                    </td>
                    <td data-label="Found, at least">
                      {two(one.recallLow)} ({two(one.recall)} of {count(one.positives)})
                    </td>
                    <td data-label="Wanted">
                      {one.wanted ?? (one.grade === 'READY' ? '' : 'the coder must learn first')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        );
      }}
    </Shown>
  );
}

const sorted = (lines: readonly Line[]): Line[] =>
  [...lines].sort(
    (a, b) =>
      Number(a.wanted === null) - Number(b.wanted === null) ||
      ORDER.indexOf(a.grade) - ORDER.indexOf(b.grade) ||
      b.precisionLow - a.precisionLow,
  );
