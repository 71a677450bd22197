import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { plural } from '../../figures/format';
import { graphql } from '../../gql';
import type { ThemeGradesQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';

const THEME_GRADES = graphql(`
  query ThemeGrades($edition: Int) {
    themeGrades(edition: $edition) {
      theme
      themeName
      grade
      words
      codebookVersion
    }
  }
`);

type Line = ThemeGradesQuery['themeGrades'][number];

const GRADES: { grade: Line['grade']; name: string }[] = [
  { grade: 'READY', name: 'Ready' },
  { grade: 'INDICATIVE', name: 'Indicative' },
  { grade: 'LEARNING', name: 'Still learning' },
];

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
            comments drawn at random and coded by people who did not see what the computer said. Nobody can
            lift a grade by hand.
          </p>
        </div>
      </div>
      <Shown answer={answer} rows={10}>
        {({ themeGrades }) =>
          themeGrades.length === 0 ? (
            <Empty title="No grades in this edition">
              <p>It was made before grades were kept, or before people had checked anything.</p>
            </Empty>
          ) : (
            <>
              {GRADES.map(({ grade, name }) => (
                <Graded key={grade} name={name} lines={themeGrades.filter((one) => one.grade === grade)} />
              ))}
            </>
          )
        }
      </Shown>
    </>
  );
}

function Graded({ name, lines }: { name: string; lines: readonly Line[] }) {
  const [first] = lines;
  if (!first) return null;
  const sorted = [...lines].sort((a, b) => a.themeName.localeCompare(b.themeName, 'en-GB'));
  return (
    <Section title={`${name}: ${plural(lines.length, 'theme', 'themes')}`} measure={first.words}>
      <ul className="plain grades">
        {sorted.map(({ theme, themeName }) => (
          <li key={theme}>
            <Go to={`/themes/${theme}`}>{themeName}</Go>
          </li>
        ))}
      </ul>
    </Section>
  );
}
