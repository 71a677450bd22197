/**
 * SQL: the first words of a submission as they are shown (the title, where the tool asks for one). Null while it waits to be coded: nobody has
 * looked for what is personal in it.
 * @param alias of `engagement.submission`
 * @param known SQL: submissions of which the words are nobody's, so that nothing of them is looked for
 */
export const firstWords = (alias: string, known = 'false'): string =>
  `CASE WHEN ${known} OR EXISTS (SELECT FROM coding.coded c WHERE c.submission = ${alias}.id) THEN
     (SELECT coding.shown_text(a.text, coding.masks_of(a.id)) FROM engagement.answer a WHERE a.submission = ${alias}.id AND a.text IS NOT NULL ORDER BY a.id LIMIT 1) END`;
