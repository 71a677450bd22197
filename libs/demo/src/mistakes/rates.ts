/**
 * How often people, clerks and forms get an identifying field wrong. Shares of submissions, except the two that are
 * events in a person's life. These are the rates that the truth tests recover.
 */
export const MISTAKES = {
  /** Each of first name and surname, independently. */
  nameTyped: 0.05,
  /** Of those whose first name has an everyday short form. */
  nickname: 0.1,
  emailMissing: 0.4,
  birthDateMissing: 0.25,
  /** Share of people whose surname changes within the period; a tenth over all. */
  surnameChanged: { female: 0.15, male: 0.03 },
  /** Share of households that move within the period. */
  moved: 0.2,

  initialOnly: 0.02,
  namesSwapped: 0.005,
  middleNameGiven: 0.04,
  allLowerCase: 0.05,
  allCapitals: 0.02,
  strayBlank: 0.02,

  birthDayMonthSwapped: 0.01,
  birthDigitWrong: 0.015,
  /** Only the year, or year and month; where the form takes it. */
  birthPartial: 0.03,
  /** 1 January, which clerks enter when they know only the year. */
  birthFirstOfJanuary: 0.007,

  /** Of those in a household with one address. */
  emailShared: 0.5,
  emailTyped: 0.02,
  phoneMissing: 0.4,
  /** The household's landline instead of the mobile, where there is one. */
  phoneLandline: 0.35,
  phoneDigitWrong: 0.01,
  postcodeMissing: 0.07,
  postcodeOutwardOnly: 0.02,
  postcodeWrong: 0.015,
  addressMissing: 0.3,
  nhsNumberMissing: 0.3,
  nhsNumberWrong: 0.005,
  /** Nothing but content: a thin record that nobody could link. */
  anonymous: 0.012,
} as const;
