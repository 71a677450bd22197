import { graphql } from '../../gql';
import type { ThemeGradesQuery } from '../../gql/graphql';

export const THEME_GRADES = graphql(`
  query ThemeGrades($edition: Int) {
    themeGrades(edition: $edition) {
      theme
      themeName
      grade
      recoding
      codebookVersion
    }
  }
`);

export type Line = ThemeGradesQuery['themeGrades'][number];
