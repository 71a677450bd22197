import { soMany } from '#statements';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { byCode, isPublished, REPORTS, type Figure, type Question } from '../../figures/figure';
import { count, percent, plural, range } from '../../figures/format';
import { gradeMeans, gradeName } from '../../figures/grade';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { useFigures } from '../../figures/useFigures';
import { GradeBar } from './GradeBar';
import { GRADES } from './grades';
import { Moved } from './Moved';
import { THEME_GRADES, type Line } from './queries';
import { WhatIsShown } from './WhatIsShown';

const NO_FILTER = {};

/** May I quote, rank or compare this theme? */
export function GradesPage() {
  useTitle('How sure we are of each theme');
  const { edition } = useView();
  const answer = useAnswer({ query: THEME_GRADES, variables: { edition } });
  return (
    <>
      <Crumbs trail={[['/themes', 'Themes']]} here="How sure we are of each theme" />
      <div className="head">
        <div>
          <h1>How sure we are of each theme</h1>
          <p className="lede">
            Comments are read by a computer that people teach and check. Each theme carries a grade, from
            comments of people drawn at random and coded by people who did not see what the computer said. The
            grade decides how its figure may be shown. Nobody can lift a grade by hand.
          </p>
        </div>
        {answer.data && answer.data.themeGrades.length > 0 && <GradeBar lines={answer.data.themeGrades} />}
      </div>
      <Shown answer={answer} rows={10}>
        {({ themeGrades }) =>
          themeGrades.length === 0 ? (
            <Empty title="No grades in this edition">
              <p>It was made before grades were kept, or before people had checked anything.</p>
            </Empty>
          ) : (
            <>
              <Graded lines={themeGrades} />
              <WhatIsShown />
              <Moved lines={themeGrades} />
            </>
          )
        }
      </Shown>
    </>
  );
}

function Graded({ lines }: { lines: readonly Line[] }) {
  const answer = useFigures({ report: REPORTS.themes, by: ['THEME'], filter: NO_FILTER });
  return (
    <Shown answer={answer} rows={12} title="Themes by grade">
      {(figures) => (
        <>
          {GRADES.map((grade) => (
            <OfGrade
              key={grade}
              grade={grade}
              lines={lines.filter((one) => one.grade === grade)}
              figures={byCode(figures.nodes, 'THEME')}
              question={figures.question}
            />
          ))}
        </>
      )}
    </Shown>
  );
}

interface OfGradeProps {
  grade: Line['grade'];
  lines: readonly Line[];
  figures: ReadonlyMap<string, Figure>;
  question: Question;
}

function OfGrade({ grade, lines, figures, question }: OfGradeProps) {
  if (lines.length === 0) return null;
  const name = gradeName(grade);
  const sorted = [...lines].sort((a, b) => a.themeName.localeCompare(b.themeName, 'en-GB'));
  const told = grade !== 'LEARNING';
  return (
    <Section title={`${name}: ${plural(lines.length, 'theme', 'themes')}`} measure={gradeMeans(grade)}>
      {told ? (
        <table className="table stack-narrow">
          <caption className="govuk-visually-hidden">Themes that are {name.toLowerCase()}, by name</caption>
          <thead>
            <tr>
              <th scope="col">Theme</th>
              <th scope="col" className="number">
                People in the city
              </th>
              <th scope="col" className="number">
                Share
              </th>
              <th scope="col">
                <span className="govuk-visually-hidden">How was this counted?</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((line) => (
              <GradedRow key={line.theme} line={line} figure={figures.get(line.theme)} question={question} />
            ))}
          </tbody>
        </table>
      ) : (
        <ul className="plain grades">
          {sorted.map(({ theme, themeName, recoding }) => (
            <li key={theme}>
              <Go to={`/themes/${theme}`}>{themeName}</Go>
              {recoding && <span className="quiet"> to be re-coded</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function GradedRow({
  line,
  figure,
  question,
}: {
  line: Line;
  figure: Figure | undefined;
  question: Question;
}) {
  const told = (number: string) => soMany(number, line.grade === 'INDICATIVE');
  return (
    <tr>
      <th scope="row">
        <Go to={`/themes/${line.theme}`}>{line.themeName}</Go>
      </th>
      <td className="number" data-label="People in the city">
        {isPublished(figure) ? (
          <>
            {told(count(figure.people.value))}{' '}
            <span className="sub nowrap">{range(figure.people.low, figure.people.high)}</span>
          </>
        ) : line.recoding ? (
          'to be re-coded'
        ) : (
          'not told'
        )}
      </td>
      <td className="number" data-label="Share">
        {isPublished(figure) && figure.share ? told(percent(figure.share.value, figure.base)) : ''}
      </td>
      <td className="sign">
        {figure && <ReceiptButton request={{ question, keys: figure.keys, name: line.themeName }} />}
      </td>
    </tr>
  );
}
