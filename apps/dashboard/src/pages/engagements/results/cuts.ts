import type { AnswerCut } from '../../../gql/graphql';

/** What every question can be cut by, one at a time; only the code stands in the address. */
export const CUTS: readonly { code: AnswerCut; param: string; name: string }[] = [
  { code: 'AGE_BAND', param: 'age', name: 'Age' },
  { code: 'SEX', param: 'sex', name: 'Sex' },
  { code: 'ETHNIC_GROUP', param: 'ethnic-group', name: 'Ethnic group' },
  { code: 'DISABILITY', param: 'disability', name: 'Disability' },
  { code: 'DEPRIVATION', param: 'deprivation', name: 'Deprivation' },
  { code: 'AREA', param: 'area', name: 'Area' },
  { code: 'WARD', param: 'ward', name: 'Ward' },
];

/** The cut that an address names; anything else is none. */
export const cutIn = (search: URLSearchParams) =>
  CUTS.find(({ param }) => param === search.get('cut')) ?? null;

/** In words, what kind of question it is. */
export const KINDS: Readonly<Record<string, string>> = {
  choice: 'One choice',
  'multi-choice': 'Several could be ticked',
  scale: 'A scale',
  matrix: 'A scale for each item',
  ranking: 'In order of importance',
  number: 'A number',
  'free-text': 'In their own words, told by themes',
};
