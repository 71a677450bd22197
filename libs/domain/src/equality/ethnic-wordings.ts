/** One of the five high-level groups of the census, with its names and what stands below it. */
export interface EthnicGroup {
  /** Code of the group itself; null where ours are narrower ("White"), which is kept as asked under `broad`. */
  code: string | null;
  broad: string;
  /** Its names without "or", "and", "background", "ethnic group" and the like. */
  names: string[];
  details: {
    /** Code of the census group. */
    detail: string;
    /** Code that figures are cut by. */
    code: string;
    /** Names that are plain only below the group's own name ("White: other"). */
    below: string[];
    /** Names that are plain by themselves too. */
    alone: string[];
  }[];
}

const detail = (
  code: string,
  name: string,
  alone: string[],
  below: string[] = [],
): EthnicGroup['details'][number] => ({
  detail: name,
  code,
  below,
  alone,
});
const nations = [
  'english',
  'welsh',
  'scottish',
  'northern irish',
  'british',
  'uk',
  'english british',
  'welsh british',
  'scottish british',
];

/** The 19 groups of the Census 2021 in its five, with the wordings of 2001, 2011, 2021, Scotland's, the NHS's and short forms. */
export const ETHNIC_GROUPS: readonly EthnicGroup[] = [
  {
    code: 'asian',
    broad: 'asian',
    names: [
      'asian',
      'south asian',
      'asian british',
      'british asian',
      'asian asian british',
      'asian british asian welsh',
      'asian asian british asian welsh',
      'asian scottish asian british',
      'asian asian scottish asian british',
      'scottish asian british asian',
    ],
    details: [
      ...['indian', 'pakistani', 'bangladeshi', 'chinese'].map((name) =>
        detail('asian', `asian-${name}`, [name, `british ${name}`, `${name} british`]),
      ),
      detail(
        'asian',
        'asian-other',
        [
          'other asian',
          'asian other',
          'other asian asian british',
          'filipino',
          'nepalese',
          'sri lankan',
          'vietnamese',
          'thai',
          'japanese',
          'korean',
        ],
        ['other', 'kashmiri', 'afghan'],
      ),
    ],
  },
  {
    code: 'black',
    broad: 'black',
    names: [
      'black',
      'black british',
      'british black',
      'black black british',
      'african caribbean',
      'black african caribbean',
      'caribbean african',
      'black caribbean african',
      'black african caribbean black british',
      'black black british caribbean african',
      'black black british black welsh caribbean african',
      'african caribbean black',
      'african caribbean black black british',
    ],
    details: [
      detail('black', 'black-african', [
        'african',
        'black african',
        'african british',
        'black british african',
        'somali',
        'nigerian',
        'ghanaian',
      ]),
      detail('black', 'black-caribbean', [
        'caribbean',
        'black caribbean',
        'black british caribbean',
        'west indian',
        'jamaican',
      ]),
      detail(
        'black',
        'black-other',
        [
          'other black',
          'black other',
          'other black african caribbean',
          'other black black british caribbean',
          'other black black british caribbean african',
        ],
        ['other'],
      ),
    ],
  },
  {
    code: 'mixed',
    broad: 'mixed',
    names: [
      'mixed',
      'mixed race',
      'multiple',
      'mixed multiple',
      'multiple mixed',
      'dual',
      'mixed dual',
      'mixed parentage',
    ],
    details: [
      detail('mixed', 'mixed-white-and-black-caribbean', [
        'white black caribbean',
        'black caribbean white',
        'white caribbean',
      ]),
      detail('mixed', 'mixed-white-and-black-african', [
        'white black african',
        'black african white',
        'white african',
      ]),
      detail('mixed', 'mixed-white-and-asian', ['white asian', 'asian white', 'white asian british']),
      detail(
        'mixed',
        'mixed-other',
        ['other mixed', 'mixed other', 'other mixed multiple', 'other mixed race', 'white black'],
        ['other'],
      ),
    ],
  },
  {
    code: null,
    broad: 'white',
    names: ['white', 'caucasian', 'white caucasian'],
    details: [
      detail(
        'white-british',
        'white-british',
        [
          'english welsh scottish northern irish british',
          'english scottish welsh northern irish british',
          'welsh english scottish northern irish british',
          'scottish english welsh northern irish british',
          'english welsh scottish northern irish',
          'british english welsh scottish northern irish',
          'british english northern irish scottish welsh',
          'english welsh scottish british',
          'british white',
          'english white',
        ],
        [...nations, 'british white'],
      ),
      detail('white-other', 'white-irish', ['irish', 'irish white']),
      detail('white-other', 'white-gypsy-or-irish-traveller', [
        'gypsy irish traveller',
        'gypsy traveller',
        'irish traveller',
        'traveller',
        'gypsy',
        'gypsy roma',
        'gypsy roma traveller',
        'gypsy roma irish traveller',
        'roma gypsy traveller',
        'traveller irish',
      ]),
      detail('white-other', 'white-roma', ['roma', 'romany', 'roma white']),
      detail(
        'white-other',
        'white-other',
        [
          'other white',
          'white other',
          'european white',
          'white european',
          'eastern european',
          'polish',
          'romanian',
        ],
        [
          'other',
          'non british',
          'european',
          'other european',
          'western european',
          'portuguese',
          'italian',
          'german',
          'french',
          'spanish',
          'american',
          'australian',
        ],
      ),
    ],
  },
  {
    code: 'other',
    broad: 'other',
    names: ['other'],
    details: [
      detail('other', 'arab', ['arab', 'arab arab british', 'arab british', 'british arab', 'other arab']),
      detail('other', 'any-other', ['other other', 'none these'], ['other']),
    ],
  },
  // The Census 2001 had one group of these two: wider than one of ours.
  { code: null, broad: 'chinese-or-other', names: ['chinese other'], details: [] },
];
