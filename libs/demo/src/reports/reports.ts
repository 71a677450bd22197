/** A report that made-up officers of the demonstration wrote and read. Invented: nobody was asked to decide this. */
export interface DemoReport {
  agency: string;
  slug: string;
  title: string;
  kind: 'theme' | 'consultation' | 'ward';
  /** Code of the theme, of the engagement (agency/key), or of the ward. */
  subject: string;
  forWhom: string;
  /** Sentences of each text; one that names a figure which the edition hides is left out. Of `equality` the judgement alone: before it stands what is drafted from figures. */
  texts: { code: 'point' | 'options' | 'equality' | 'limits' | 'risks'; sentences: string[] }[];
  authors: string[];
  readers: string[];
}

const COUNCIL = 'plymouth-city-council';
const theme = (code: string): string => `[[themes-by-community/theme=${code}]]`;
const AUTHORS = ['Policy officer (made up)'];
const READERS = ['Community safety lead (made up)', 'Police chief inspector (made up)'];
const LIMITS = [
  'People chose to speak; the city was not sampled.',
  'Where meetings were held affects where people were heard.',
  'Every person and every comment in this report is made up.',
];

const REPORTS: readonly DemoReport[] = [
  {
    agency: COUNCIL,
    slug: 'safe-at-night',
    title: 'Feeling safe at night, and on the way',
    kind: 'theme',
    subject: 'safety-at-night-and-on-transport',
    forWhom: 'Safer Plymouth board (made up)',
    texts: [
      {
        code: 'point',
        sentences: [
          'The board is asked to decide whether lamps on eight walking routes burn until one in the morning.',
          `${theme('safety-at-night-and-on-transport')} raised safety at night or on the way.`,
          `${theme('street-lighting')} spoke of dark streets and paths.`,
          `${theme('safety-on-transport')} spoke of buses, stops and taxis.`,
        ],
      },
      {
        code: 'options',
        sentences: [
          `A. Light the eight routes until one: £84,000 a year. ${theme('street-lighting')} spoke of it. It helps whoever walks home late and disturbs bats on one route.\n\n`,
          'B. Light the three longest routes: £31,000 a year. It leaves Devonport out.\n\n',
          'C. Leave the lamps as they are.',
        ],
      },
      {
        code: 'equality',
        sentences: [
          'Judgement: whoever is heard less is asked at shift ends, clubs and schools before the decision.',
          'Disabled people’s organisations walk two of the routes with officers.',
        ],
      },
      {
        code: 'risks',
        sentences: [
          'Scored on 2 June 2025 by the community safety lead, a police chief inspector and a trustee of the voluntary sector (made up)\n',
          'Someone is harmed on an unlit route | 3 | 5 | B | agreed\n',
          'People stop going out after dark | 4 | 3 | A | agreed\n',
          'People who walk home late hear nothing and no longer answer | 3 | 3 | C | split between 2 and 4\n',
        ],
      },
      { code: 'limits', sentences: LIMITS },
    ],
    authors: AUTHORS,
    readers: READERS,
  },
  {
    agency: COUNCIL,
    slug: 'safer-plymouth-2024',
    title: 'Safer Plymouth 2024: what people answered',
    kind: 'consultation',
    subject: `${COUNCIL}/safer-plymouth-2024`,
    forWhom: 'Cabinet (made up)',
    texts: [
      {
        code: 'point',
        sentences: [
          'Cabinet is asked to take note of what people answered, question by question, and to say by the autumn what will be done.',
          `[[engagement-overview/engagement=${encodeURIComponent(`${COUNCIL}/safer-plymouth-2024`)}]] took part.`,
        ],
      },
      {
        code: 'equality',
        sentences: ['Judgement: whoever is heard less is asked again, in person, before Cabinet decides.'],
      },
      { code: 'limits', sentences: LIMITS },
    ],
    authors: AUTHORS,
    readers: READERS,
  },
  {
    agency: COUNCIL,
    slug: 'waterfront',
    title: 'St Peter and the Waterfront: a brief for the ward',
    kind: 'ward',
    subject: 'E05002094',
    forWhom: 'Ward councillors (made up)',
    texts: [
      {
        code: 'point',
        sentences: [
          'What people here said, what was done, and what can be answered now.',
          '[[themes-by-community/ward=E05002094]] were heard.',
        ],
      },
      { code: 'limits', sentences: LIMITS },
    ],
    authors: AUTHORS,
    readers: READERS,
  },
];

/** Three reports, one of each kind. */
export const demoReports = (): readonly DemoReport[] => REPORTS;
