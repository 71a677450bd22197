/** In which languages it was asked. */
export const LANGUAGES = [
  {
    part: 'language',
    name: 'Language of these words',
    hint: 'A code: en for English, cy for Welsh, pl for Polish. Leave it empty where you don’t know.',
    kind: 'text',
  },
  {
    part: 'wordings',
    name: 'The same question in other languages',
    hint: 'On the left a code (cy, pl), on the right the question as it was asked in that language.',
    kind: 'pairs',
  },
] as const;
