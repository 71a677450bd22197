import { MS_FORMS } from '../deliveries/ms-forms.js';
import { askedThere } from '../questions/asked-there.js';
import { ruleOf } from '../questions/columns.js';
import { engagementOf } from './describe.js';
import { date, demographic, freeText, group, respondent, type MappingDocument } from './rules.js';

/** Columns are keys of the form's answers; the form describes its engagement and its questions itself. */
export const vcsForms: MappingDocument = {
  note: 'Synthetic demonstration. Several groups, one form builder.',
  columns: [
    respondent('full_name', 'fullName'),
    respondent('born', 'dateOfBirth', 'year-first'),
    respondent('email', 'email'),
    respondent('phone', 'phone'),
    respondent('postcode', 'postcode'),
    { as: 'place', column: 'area' },
    demographic('age_group', 'age', 'vcs-age-group'),
    demographic('sex', 'sex', 'vcs-sex'),
    demographic('ethnic_group', 'ethnic-group', 'vcs-ethnic-group'),
    demographic('disabled', 'disability', 'vcs-disability'),
    group('group'),
    {
      as: 'question',
      column: 'topics',
      key: 'topics',
      text: 'What would you like to talk about?',
      kind: 'multi-choice',
    },
    freeText('story', 'story', 'What is it like where you live?'),
    freeText('idea', 'idea', 'What would you change?'),
    ...askedThere('vcs-forms').map(ruleOf),
  ],
};

export function msFormsMapping(source: string): MappingDocument {
  return {
    note: 'Synthetic demonstration. A workbook as Microsoft Forms exports it.',
    engagement: engagementOf(source),
    columns: [
      date('Completion time', 'year-first'),
      respondent(MS_FORMS.name, 'fullName'),
      respondent(MS_FORMS.born, 'dateOfBirth', 'year-first'),
      respondent(MS_FORMS.email, 'email'),
      respondent(MS_FORMS.phone, 'phone'),
      respondent(MS_FORMS.postcode, 'postcode'),
      demographic(MS_FORMS.age, 'age', 'forms-age-group'),
      demographic(MS_FORMS.sex, 'sex', 'forms-sex'),
      demographic(MS_FORMS.ethnicGroup, 'ethnic-group', 'forms-ethnic-group'),
      demographic(MS_FORMS.disability, 'disability', 'forms-disability'),
      group(MS_FORMS.group),
      {
        as: 'question',
        column: MS_FORMS.topics.trim(),
        key: 'topics',
        text: MS_FORMS.topics.trim(),
        kind: 'multi-choice',
        delimiter: ';',
      },
      freeText(MS_FORMS.words, 'own-words', MS_FORMS.words),
    ],
  };
}
