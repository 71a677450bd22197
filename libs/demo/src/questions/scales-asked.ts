/** Answers as offered, the good end first. */
export const SAFE = ['Very safe', 'Fairly safe', 'Neither safe nor unsafe', 'Fairly unsafe', 'Very unsafe'];
export const AGREE = [
  'Strongly agree',
  'Tend to agree',
  'Neither agree nor disagree',
  'Tend to disagree',
  'Strongly disagree',
];
export const DEFINITELY = ['Definitely agree', 'Tend to agree', 'Tend to disagree', 'Definitely disagree'];
export const SATISFIED = [
  'Very satisfied',
  'Fairly satisfied',
  'Neither satisfied nor dissatisfied',
  'Fairly dissatisfied',
  'Very dissatisfied',
];
export const DEAL = ['A great deal', 'A fair amount', 'Not very much', 'Not at all'];
export const STRONGLY = ['Very strongly', 'Fairly strongly', 'Not very strongly', 'Not at all strongly'];
export const GOOD = ['Very good', 'Good', 'Neither good nor poor', 'Poor', 'Very poor'];
