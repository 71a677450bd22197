const titleOf = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

/** A path in quotes: a folder's name may hold one. */
const quoted = (path: string): string => `'${path.replace(/['\\]/g, '\\$&')}'`;

/** The connector itself: a table whose columns are partly known, the rest left to each source's mapping. */
export const connectorSource = (
  code: string,
  library: string,
): string => `import { dated, ofRespondent, submissionId } from ${quoted(`${library}/mapping/preset.js`)};
import { tabularConnector } from ${quoted(`${library}/tabular.js`)};

/** Say here whose layout this is and where it is described. */
export default tabularConnector({
  code: '${code}',
  title: '${titleOf(code)}',
  agencyKinds: ['council', 'police', 'health', 'vcs'],
  // What every file of this layout has. What differs from source to source belongs in the source's mapping.
  columns: [submissionId('Reference'), dated('Received'), ofRespondent('Postcode', 'postcode')],
  blanks: ['Did not answer'],
});
`;

export const readme = (code: string): string => `# ${code}

Whose layout this is, where it is described, and what in it surprises.

| column | becomes |
|---|---|
| \`Reference\` | id of the submission |
| \`Received\` | date of the submission |
| \`Postcode\` | postcode of the respondent |

Every other column comes from the source's mapping; \`fixture/mapping.json\` is an example.

The fixture is synthetic: nobody in it exists.
`;

export const FIXTURE_CSV = `Reference,Received,Postcode,How safe do you feel? (1-5),What should change?
SYN-1,21/03/2024,PL1 1AA,4,Synthetic answer: mend the street lamp
SYN-2,22/03/2024,PL4 8AA,2,Synthetic answer: more buses in the evening
SYN-3,23/03/2024,Did not answer,5,Did not answer
`;

export const fixtureMapping = (code: string): string =>
  `${JSON.stringify(
    {
      engagement: {
        key: `${code}-2024`,
        title: `Synthetic survey of ${code}`,
        kind: 'survey',
        participation: 'consultation',
      },
      columns: [
        { column: 'How safe do you feel? (1-5)', as: 'question', key: 'feel-safe', kind: 'number' },
        { column: 'What should change?', as: 'question', key: 'change', kind: 'free-text' },
      ],
    },
    null,
    2,
  )}\n`;
