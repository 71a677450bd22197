import { GRADE_NAMES, gradeWords, type Grade as Plain } from '#statements';
import type { Grade } from '../gql/graphql';

const plain = (grade: Grade): Plain => grade.toLowerCase() as Plain;

/** A grade as it is called on pages. */
export const gradeName = (grade: Grade): string => GRADE_NAMES[plain(grade)];

/** What a grade means for whoever reads a figure. */
export const gradeMeans = (grade: Grade): string => gradeWords(plain(grade));
