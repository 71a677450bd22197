import { COUNCIL_EXPORT } from '../deliveries/council-export.js';
import { askedThere } from '../questions/asked-there.js';
import { ruleOf } from '../questions/columns.js';
import { engagementOf } from './describe.js';
import { date, demographic, freeText, group, respondent, type MappingDocument } from './rules.js';

/** Columns are ids of components of the survey platform's API. */
export const councilPlatform: MappingDocument = {
  note: 'Synthetic demonstration. Component ids are the same in every activity of the platform.',
  columns: [
    respondent('first_name', 'givenName'),
    respondent('last_name', 'familyName'),
    respondent('date_of_birth', 'dateOfBirth', 'day-first'),
    respondent('email', 'email'),
    respondent('phone', 'phone'),
    respondent('address', 'address'),
    respondent('postcode', 'postcode'),
    { as: 'place', column: 'ward' },
    demographic('age_group', 'age', 'council-age-group'),
    demographic('sex', 'sex', 'council-sex'),
    demographic('ethnic_group', 'ethnic-group', 'council-ethnic-group'),
    demographic('disability', 'disability', 'council-disability'),
    group('organisation'),
    {
      as: 'question',
      column: 'feel_safe',
      key: 'feel-safe',
      text: 'How safe do you feel where you live?',
      kind: 'choice',
    },
    {
      as: 'question',
      column: 'concerns',
      key: 'concerns',
      text: 'What matters to you?',
      kind: 'multi-choice',
    },
    freeText('comment', 'comment', 'Tell us in your own words what you find'),
    freeText('change', 'change', 'What should change?'),
    ...askedThere('council-platform').map(ruleOf),
  ],
};

const column = COUNCIL_EXPORT;

export const councilExport: MappingDocument = {
  note: 'Synthetic demonstration. One consultation of the platform, exported by hand.',
  engagement: engagementOf('council-export'),
  columns: [
    date('Submitted', 'day-first'),
    respondent(column.given, 'givenName'),
    respondent(column.family, 'familyName'),
    respondent(column.born, 'dateOfBirth', 'day-first'),
    respondent(column.email, 'email'),
    respondent(column.phone, 'phone'),
    respondent(column.address, 'address'),
    respondent(column.postcode, 'postcode'),
    demographic(column.age, 'age', 'council-age-bands'),
    demographic(column.sex, 'sex', 'council-sex'),
    demographic(column.ethnicGroup, 'ethnic-group', 'council-ethnic-group'),
    demographic(column.disability, 'disability', 'council-disability'),
    group(column.group),
    freeText(column.comment, 'comment', 'What should change in your area?'),
    freeText(column.change, 'change', 'Is there anything else?'),
  ],
};
