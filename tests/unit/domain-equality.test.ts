import { asAskedName, countEquality, harmonise, needsMatching, readEquality } from '#domain';
import type { DemographicField } from '#domain';

const code = (characteristic: DemographicField, answer: string, on = '2026-03-14'): string =>
  harmonise(characteristic, answer, on);

/** `code: wording | wording`, a line each. */
function expectCodes(characteristic: DemographicField, lists: Record<string, string>): void {
  const wrong = Object.entries(lists).flatMap(([expected, wordings]) =>
    wordings
      .split('|')
      .map((wording) => wording.trim())
      .filter((wording) => code(characteristic, wording) !== expected)
      .map((wording) => `${wording} -> ${code(characteristic, wording)}, not ${expected}`),
  );
  expect(wrong).toEqual([]);
}

describe('age', () => {
  test('bands of any edges: inside a harmonised one its code, straddling two kept as asked', () =>
    expectCodes('age', {
      '0-14': '0-4|5 to 9|10-14|14-Oct|Oct-14|Under 15|under 5 years|9-May|05-Sep|aged 10 to 14',
      '15-24': '16-24|16 to 24|18–24 years old|18 - 24|16_24|20-24|15-Dec-Never'.replace('|15-Dec-Never', ''),
      '25-34': '25-34|25 to 34 years|25—34|2. 25-34|25-29|25 - 29 yrs|34',
      '35-49': '35 - 44|41.0|41|1985|46|40-44|35-49|aged 42|I am 47|1985.0|1985-07-20|20/07/1985',
      '50-64': '55-64|50-54|60 to 64|Between 50 and 64|64 years',
      '65-74': '65-74|65–74|70-74|65 to 69',
      '75+':
        '75 and over|75+|80+|85 or older|75 plus|75 years and over|85 and above|90+|75-84|over 75|Aged 75 or over',
      '45-54': '45-54|45 to 54|Aged 45-54 years|4) 45-54',
      '0-17': 'Under 18|0-17|17 and under|<18',
      '0-15': 'Under 16|0 to 15',
      '65+': '65 and over|65+|65 or over|>=65|65 years or older',
      '11-17': '17-Nov|11-17|Nov-17',
      '26-39': '26-39',
      '25-44': '25-44',
    }));

  test.each(['', 'London', '999', '54-45', 'forty-something', '12 Acacia Avenue', '1234567'])(
    '%j is no age',
    (answer) => expect(['unmapped', 'blank']).toContain(code('age', answer)),
  );

  test('a year of birth tells nothing without the date of the answer, and is never an age of 1,985', () => {
    expect(harmonise('age', '1985')).toBe('unmapped');
    expect(code('age', '1985', '2060-01-01')).toBe('65-74');
    expect(code('age', '1992', '2026-01-01')).toBe('25-34');
    expect(code('age', '2027')).toBe('unmapped');
  });

  test('a band kept as asked says which bands it straddles', () => {
    expect(asAskedName('age', '45-54')).toBe('45 to 54, as asked (part of 35 to 49 and 50 to 64)');
    expect(asAskedName('age', '65+')).toBe('65 and over, as asked (part of 65 to 74 and 75 and over)');
    expect(asAskedName('age', '0-17')).toBe('0 to 17, as asked (part of under 15 and 15 to 24)');
    expect(asAskedName('age', '16-24')).toBeNull();
    expect(asAskedName('sex', 'female')).toBeNull();
  });
});

test('ethnic group: all 19 groups of the census by the wordings of 2021 and 2011, with the narrower code kept', () => {
  const groups: Record<string, [group2021: string, group2011: string, details: Record<string, string>]> = {
    asian: [
      'Asian, Asian British or Asian Welsh',
      'Asian/Asian British',
      {
        'asian-indian': 'Indian',
        'asian-pakistani': 'Pakistani',
        'asian-bangladeshi': 'Bangladeshi',
        'asian-chinese': 'Chinese',
        'asian-other': 'Any other Asian background',
      },
    ],
    black: [
      'Black, Black British, Black Welsh, Caribbean or African',
      'Black/African/Caribbean/Black British',
      {
        'black-african': 'African',
        'black-caribbean': 'Caribbean',
        'black-other': 'Any other Black, Black British or Caribbean background',
      },
    ],
    mixed: [
      'Mixed or Multiple ethnic groups',
      'Mixed/multiple ethnic groups',
      {
        'mixed-white-and-black-caribbean': 'White and Black Caribbean',
        'mixed-white-and-black-african': 'White and Black African',
        'mixed-white-and-asian': 'White and Asian',
        'mixed-other': 'Any other Mixed or Multiple background',
      },
    ],
    white: [
      'White',
      'White',
      {
        'white-british': 'English, Welsh, Scottish, Northern Irish or British',
        'white-irish': 'Irish',
        'white-gypsy-or-irish-traveller': 'Gypsy or Irish Traveller',
        'white-roma': 'Roma',
        'white-other': 'Any other White background',
      },
    ],
    other: [
      'Other ethnic group',
      'Other ethnic group',
      { arab: 'Arab', 'any-other': 'Any other ethnic group' },
    ],
  };
  const wrong: string[] = [];
  for (const [code, [new2021, old2011, details]] of Object.entries(groups))
    for (const [detail, words] of Object.entries(details))
      for (const answer of [
        words,
        `${new2021}: ${words}`,
        `${old2011} - ${words}`,
        `${old2011.toUpperCase()} – ${words.toUpperCase()}`,
        `3. ${new2021} – ${words.replace(' or ', '/')}`,
        `${old2011} (${words})`,
      ]) {
        const reading = readEquality('ethnic-group', answer);
        const expected = code === 'white' ? (detail === 'white-british' ? detail : 'white-other') : code;
        if (reading.as !== 'coded' || reading.code !== expected || (reading.detail ?? 'any-other') !== detail)
          wrong.push(`${answer} -> ${JSON.stringify(reading)}`);
      }
  expect(wrong).toEqual([]);
});

test('ethnic group: short forms and groups alone; "White" is kept as asked, and nothing is guessed', () =>
  expectCodes('ethnic-group', {
    'white-british':
      'White British|1. White British|WHITE  BRITISH|White - English/Welsh/Scottish/Northern Irish/British|White: English/Welsh/Scottish/Northern Irish/British|White English|White (British)|White Scottish|White – English, Welsh, Scottish, Northern Irish or British|British White|01 - White British|A) White British|White: British|Whіte Brіtish',
    'white-other':
      'White Irish|White Other|White: Gypsy or Irish Traveller|Other White|White - Polish|White European|Eastern European|Irish Traveller|White - any other white background|White: Roma',
    white: 'White|white|White: Cornish|Caucasian',
    asian:
      'Asian or Asian British|Asian/Asian British - Pakistani|Indian|British Indian|Asian|Asian British|Chinese|Asian - Nepalese|Asian British Indian|South Asian|Asian/Asian British: Any other Asian background (please specify)',
    black:
      'Black|Black British|Black African|Black Caribbean|African|Black, Black British, Caribbean or African: African|Black or Black British - Somali|Afro-Caribbean|African-Caribbean|Black/Black British: Caribbean',
    mixed:
      'Mixed|Mixed race|Mixed/multiple ethnic groups - White and Asian|White and Black Caribbean|White & Asian|Mixed - Other|Dual heritage|Mixed: White and Black African',
    other:
      'Other|Other ethnic group|Arab|Other ethnic group: Arab|Any other ethnic group|Any other ethnic background|Other ethnic group: Kurdish|Another ethnic group',
    'chinese-or-other': 'Chinese or other ethnic group',
    unmapped: 'British|Cornish|Black Country|Human|Jewish|yes|Welsh rarebit|London',
    'prefer-not-to-say':
      'Prefer not to say|I’d rather not say|Not stated|PREFER NOT TO SAY.|Prefer not to answer|Do not wish to disclose|I do not wish to say',
    'dont-know': 'Don’t know|Unknown|not sure|Dont know',
    blank: 'Not Answered|Not Provided|-|No response|(blank)|None|nan|null|N/a|n.a.|Skipped|No Answer',
  }));

test('sex, gender identity, religion and orientation by their usual wordings', () => {
  expectCodes('sex', {
    female:
      'F|Female|Woman|Woman/Girl|Woman or girl|Female (including trans women)|1. Female|female.|ＦＥＭＡＬＥ',
    male: 'M|Male|Man/Boy|Man|Male (including trans men)|MALE|2) Male',
    another:
      'Non-binary|Transgender|Prefer to self-describe|Prefer to self describe (please specify)|Intersex|Other|In another way',
    unmapped: 'Straight|yes',
    blank: 'None|Not applicable',
  });
  expectCodes('gender', {
    woman: 'Female|Woman|woman (including trans woman)',
    man: 'Male|Man',
    'non-binary': 'Non-binary|non binary|Nonbinary',
    another: 'Transgender|Prefer to self-describe|Other',
    'trans-man': 'Trans man',
    'same-as-birth': 'Yes',
    'not-same-as-birth': 'No',
  });
  expectCodes('gender-identity', {
    'same-as-birth': 'Yes|Yes, it is|Same|Cisgender|Gender identity the same as sex registered at birth',
    'not-same-as-birth': 'No|No, it is not|Different',
    'trans-woman': 'Trans woman',
    'trans-man': 'Trans man',
    'non-binary': 'Non-binary',
    another: 'Other|Trans|All other gender identities',
    unmapped: 'Woman|Male|Straight',
    'prefer-not-to-say': 'Prefer not to say',
  });
  expectCodes('religion', {
    none: 'none|No religion|None|Atheist|no religion or belief|No religion.',
    christian:
      'Christian|C of E|Church of England|Roman Catholic|Christian (including Church of England, Catholic, Protestant and all other Christian denominations)|1. Christian',
    muslim: 'Muslim|Islam',
    hindu: 'Hindu',
    sikh: 'Sikh',
    jewish: 'Jewish',
    buddhist: 'Buddhist',
    other: 'Any other religion|Any other religion (please specify)|Pagan|Other',
    'prefer-not-to-say': 'Prefer not to say',
    blank: 'Not Answered|-',
  });
  expectCodes('sexual-orientation', {
    straight:
      'Straight/Heterosexual|Heterosexual / straight|heterosexual|Straight or Heterosexual|Heterosexual/Straight|Straight',
    'gay-or-lesbian': 'Gay or Lesbian|gay|Lesbian|Gay/Lesbian|Gay man|Lesbian / Gay woman',
    bisexual: 'Bisexual|Bi',
    other: 'Other|Prefer to self-describe|Other sexual orientation|Pansexual|Other (please state)',
    'dont-know': 'Don’t know',
  });
});

test('disability: what limits is "yes", what does not is "no", a condition alone is kept as asked', () =>
  expectCodes('disability', {
    yes: 'Yes, limited a lot|Yes, limited a little|Yes – a lot|Yes - a little|Yes - my day-to-day activities are limited|Deaf|Y|Yes|true|Disabled|I have a disability|Day-to-day activities limited a lot|Disabled under the Equality Act: Day-to-day activities limited a little|Yes, I consider myself to be disabled|Physical impairment|Mental health condition|Learning disability|Yes a bit|Wheelchair user|Yes - physical disability|Limited a lot|1. Yes, limited a lot',
    no: 'No|N|no|Not disabled|No disability|Not at all|No, not limited|Non-disabled|None of the above|I do not have a disability|No - I am not disabled|Yes, but not limited|Not disabled under the Equality Act: No long term physical or mental health conditions|Not disabled under the Equality Act: Has long term physical or mental health condition but day-to-day activities are not limited|I am not disabled|Day-to-day activities not limited',
    condition:
      'I have a long-term condition|Long-term condition|Yes, long term health condition|Long standing illness',
    blank: 'None|Not applicable|n/a|Not Answered',
    'prefer-not-to-say': 'Prefer not to say|I would prefer not to say',
    unmapped: 'purple|Two cats',
  }));

test('carer, pregnancy, marriage and armed forces by their usual wordings', () => {
  expectCodes('carer', {
    yes: 'Yes|Yes, 50 or more hours a week|Yes, 19 hours or less a week|9 hours a week or less|Yes, 1 - 19 hours a week|50+ hours a week|Primary carer of a disabled adult (18 and over)|Unpaid carer',
    no: 'No|None|Not a carer|I am not a carer|Provides no unpaid care',
  });
  expectCodes('pregnancy', {
    yes: 'Yes|Pregnant|Yes, I am pregnant|On maternity leave',
    no: 'No|Not pregnant',
    blank: 'Not applicable',
  });
  expectCodes('marriage', {
    'never-married': 'Single|Never married and never registered a civil partnership|Never married',
    married: 'Married|married',
    'civil-partnership': 'Civil partnership|In a registered civil partnership',
    separated: 'Separated, but still legally married|Separated',
    divorced: 'Divorced|Formerly in a civil partnership which is now legally dissolved',
    widowed: 'Widowed|Surviving partner from a civil partnership|Widow',
    cohabiting: 'Cohabiting|Living with partner',
    'married-or-civil-partnership': 'Married or in a civil partnership',
  });
  expectCodes('armed-forces', {
    yes: 'Yes|Veteran|Yes, previously served in Regular Armed Forces|Currently serving|Previously served in Reserve Armed Forces',
    no: 'No|Never served|Has not previously served in any UK armed forces',
  });
});

test('a column is counted: coded, declined, without a code; blanks are no answers', () => {
  const answers = [
    ...Array<string>(18).fill('Yes, limited a lot'),
    'Prefer not to say',
    'purple',
    'purple ',
    null,
    '-',
    'None',
  ];
  const count = countEquality('disability', answers);
  expect(count).toEqual({
    answered: 21,
    coded: 18,
    declined: 1,
    uncoded: 2,
    unmatched: [{ answer: 'purple', rows: 2 }],
  });
  expect(needsMatching(count)).toBe(true);
  const filled = countEquality('disability', answers, (answer) =>
    answer.trim() === 'purple' ? 'yes' : undefined,
  );
  expect(filled).toMatchObject({ answered: 21, coded: 20, uncoded: 0 });
  expect(needsMatching(filled)).toBe(false);
});

describe('an answer in two languages', () => {
  test('is read where both halves are known to say the same', () => {
    expectCodes('gender', { woman: 'Benyw / Female', another: 'Arall / Other|Other / Arall' });
    expectCodes('sexual-orientation', { bisexual: 'Deurywiol / Bisexual' });
    expectCodes('religion', { muslim: 'Mwslim / Muslim', other: 'Arall / Other' });
    expectCodes('disability', { yes: 'Oes / Yes' });
  });

  test.each([
    ['gender', 'Male / two-spirit'],
    ['sex', 'Female / bigender'],
    ['religion', 'Christian / Druze'],
    ['religion', 'Mwslim / Christian'],
    ['sexual-orientation', 'Bisexual / polyamorous'],
  ] as const)('and of %s "%s" no half is dropped', (characteristic, answer) =>
    expect(code(characteristic, answer)).toBe('unmapped'),
  );
});

test('answers that came with entities or in the wrong encoding are read as they were meant', () => {
  const read = (characteristic: 'ethnic-group' | 'disability', answer: string) =>
    readEquality(characteristic, answer);
  for (const answer of ['White &amp; Asian', 'White &amp;amp; Asian'])
    expect(read('ethnic-group', answer)).toEqual(read('ethnic-group', 'White & Asian'));
  expect(read('ethnic-group', 'Mixed &#8211; White and Asian')).toEqual(
    read('ethnic-group', 'Mixed – White and Asian'),
  );
  for (const answer of ['I don&#39;t wish to say', 'I donâ€™t wish to say'])
    expect(read('disability', answer)).toEqual(read('disability', "I don't wish to say"));
  expect(read('ethnic-group', 'White & Asian').as).not.toBe('unmatched');
});
