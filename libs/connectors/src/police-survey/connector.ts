import { tabularConnector } from '../tabular.js';
import { dated, demographic, ofRespondent, submissionId } from '../mapping/preset.js';

/** A police force's survey sheet: who answered, where, by which survey and method. Its questions come from the mapping. */
export default tabularConnector({
  code: 'police-survey',
  title: 'Police survey sheet',
  agencyKinds: ['police'],
  columns: [
    submissionId('Reference'),
    { as: 'engagement-key', column: 'Survey code', optional: true },
    { as: 'engagement-title', column: 'Survey', optional: true },
    dated('Date'),
    { as: 'channel', column: 'Method', optional: true, values: {} },
    ofRespondent('Forename', 'givenName'),
    ofRespondent('Surname', 'familyName'),
    ofRespondent('DOB', 'dateOfBirth'),
    ofRespondent('Email address', 'email'),
    ofRespondent('Telephone', 'phone'),
    ofRespondent('Address', 'address'),
    ofRespondent('Postcode', 'postcode'),
    { as: 'place', column: 'Neighbourhood', optional: true, values: {} },
    demographic('Age', 'age', 'police-age-bands'),
    demographic('Gender', 'sex', 'police-gender'),
    demographic('Ethnicity', 'ethnic-group', 'police-ethnicity'),
    demographic('Disability', 'disability', 'police-disability'),
    { as: 'community', column: 'On behalf of', optional: true, kind: 'organisation', values: {} },
  ],
});
