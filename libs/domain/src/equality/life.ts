import { readerOf } from './listed.js';
import { coded, type EqualityReading } from './reading.js';
import { wordsOfAnswer } from './wording.js';

const YES = 'yes|y|true|1';
const NO = 'no|n|false|0|none of these|none of the above';

const readCareWords = readerOf({
  yes: `${YES}|carer|unpaid carer|i am a carer|im a carer|i am an unpaid carer|young carer|parent carer|primary carer|main carer|secondary carer|is a carer|family carer|i provide unpaid care|provides unpaid care|i care for someone|parent carer of a disabled child|paid and unpaid carer`,
  no: `${NO}|not a carer|i am not a carer|im not a carer|non carer|none|no caring responsibilities|i do not have caring responsibilities|no unpaid care|provides no unpaid care|i do not provide unpaid care|primary carer of a child only|no i am not a carer|no i am not|0 hours|no hours`,
});
const CARE_YES =
  /^yes\b|\b(?:\d+|nine|nineteen|twenty|thirty|thirty five|fifty)\b.*\bhours?\b|\b(?:primary|secondary|unpaid|main) carer\b|^(?:i )?(?:care|caring) (?:for|of) /;

/** Unpaid care: any hours are "yes"; the census's bands of hours, the GSS's "yes, 50 or more hours a week". */
export function readCarer(answer: string): EqualityReading {
  const words = wordsOfAnswer(answer);
  const listed = readCareWords(answer);
  if (listed.as !== 'unmatched') return listed;
  if (/^no\b/.test(words)) return coded('no');
  return CARE_YES.test(words) && !/\bnot\b|\bdont\b/.test(words) ? coded('yes') : listed;
}

/** Pregnant, or a birth in the last year (the Equality Act's pregnancy and maternity). */
export const readPregnancy = readerOf({
  yes: `${YES}|pregnant|currently pregnant|i am pregnant|im pregnant|on maternity leave|maternity leave|i am on maternity leave|currently on maternity leave|pregnant or on maternity leave|pregnant or recently gave birth|recently gave birth|gave birth in the last 6 months|gave birth in the last six months|gave birth in the last 26 weeks|gave birth in the last 12 months|gave birth in the last year|yes pregnant|yes currently pregnant|yes i am pregnant|yes i am currently pregnant|yes on maternity leave|yes i am on maternity leave|yes maternity leave|yes given birth in the last 6 months|yes given birth in the last 26 weeks|yes in the last year|yes gave birth in the last 6 months|given birth within the last 26 weeks|had a baby in the last 6 months|had a baby in the last 12 months`,
  no: `${NO}|not pregnant|i am not pregnant|neither|no not pregnant|no i am not|no neither|not currently pregnant`,
});

/** Legal partnership status by the census's six answers; "married or in a civil partnership" in one is kept as asked. */
export const readMarriage = readerOf(
  {
    'never-married':
      'single|never married|never married and never registered a civil partnership|never married and never registered in a civil partnership|never married and never in a civil partnership|single never married|single never married or in a civil partnership|never married or registered a civil partnership|never married never registered a civil partnership|never married or in a civil partnership|unmarried|not married|single never married or never registered a civil partnership|single not married',
    married:
      'married|yes married|currently married|husband|wife|married opposite sex|married same sex|married opposite sex couple|married same sex couple',
    'civil-partnership':
      'civil partnership|in a civil partnership|in a registered civil partnership|registered civil partnership|civil partner|in a registered same sex civil partnership|civil partnered|in a civil partnership opposite sex|in a civil partnership same sex|same sex civil partnership',
    separated:
      'separated|separated but still legally married|separated but still married|separated but still legally in a civil partnership|separated but still in a civil partnership|separated married|married but separated|married separated|separated but still legally married or in a civil partnership',
    divorced:
      'divorced|formerly in a civil partnership which is now legally dissolved|dissolved civil partnership|divorced or civil partnership dissolved|civil partnership dissolved|divorced or formerly in a civil partnership which is now legally dissolved|divorced dissolved civil partnership|divorced or dissolved civil partnership|formerly in a civil partnership now legally dissolved',
    widowed:
      'widowed|widow|widower|widowed or surviving partner from a civil partnership|surviving partner from a civil partnership|surviving partner from a registered civil partnership|surviving civil partner|widowed or surviving civil partner|widowed or a surviving partner from a civil partnership|surviving partner of a civil partnership',
  },
  {
    'married-or-civil-partnership':
      'married or in a civil partnership|married civil partnership|married or civil partnership|married or in a registered civil partnership|yes|married civil partner|married or civil partnered|married or civil partner|married in a civil partnership',
    cohabiting:
      'cohabiting|co habiting|living with partner|living with a partner|living together|with partner|in a relationship|long term relationship|living as a couple|co habitee|partner|partnered|engaged|cohabitating|living with someone as a couple',
    'not-married': 'no|not married or in a civil partnership|neither married nor in a civil partnership',
  },
);

/** Served in the UK armed forces, by the census of 2021 and the Covenant's forms; family members have not served themselves. */
export const readArmedForces = readerOf(
  {
    yes: `${YES}|yes previously served in regular armed forces|yes previously served in reserve armed forces|yes previously served in the regular armed forces|yes previously served in the reserve armed forces|previously served in regular armed forces|previously served in the regular armed forces|previously served in the reserve armed forces|previously served in reserve armed forces|previously served in both regular and reserve uk armed forces|previously served in both regular and reserve armed forces|previously served|yes previously served|yes served|veteran|ex forces|ex armed forces|ex service|ex serviceman|ex servicewoman|armed forces veteran|military veteran|currently serving|yes currently serving|serving|yes currently serving in the regular armed forces|yes currently serving in the reserve armed forces|currently serving in the regular armed forces|currently serving regular|serving member|regular|reserve|reservist|regular armed forces|reserve armed forces|previously served in uk regular armed forces|previously served in uk reserve armed forces|yes i currently serve|yes i have served|yes i am a veteran|yes veteran|yes regular|yes reserve|yes reservist|yes in the past|yes currently|yes previously|i am a veteran|have previously served`,
    no: `${NO}|never served|has not previously served in any uk armed forces|has not previously served|no never served|i have not served|not served|no i have not served|none|does not apply none|no never|civilian|no i have never served`,
  },
  {
    family:
      'spouse of serving member|spouse or partner of serving member|family member|family of serving member|armed forces family|spouse|partner of serving personnel|child of serving member|family member of a veteran|family member of serving personnel|spouse or partner of someone serving',
  },
);
