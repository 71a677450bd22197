import { readerOf } from './listed.js';

const FEMALE =
  'female|f|woman|women|girl|woman girl|girl woman|women girls|woman or girl|female woman|woman female|female girl|lady|she her|cis woman|cisgender woman|benyw|menyw|merch|female including trans women|woman including trans woman|woman including trans women';
const MALE =
  'male|m|man|men|boy|man boy|boy man|men boys|man or boy|male man|man male|male boy|gentleman|he him|cis man|cisgender man|gwryw|dyn|bachgen|male including trans men|man including trans man|man including trans men';
const NON_BINARY =
  'non binary|nonbinary|non binary person|enby|genderqueer|gender queer|genderfluid|gender fluid|agender|non binary gender fluid|they them|x|neither|non binary genderqueer|non conforming|gender non conforming';
const TRANS =
  'trans|transgender|trans person|transgender person|transexual|transsexual|trans non binary|trans or non binary|transgender non binary';
const ANOTHER =
  'other|another|another way|in another way|in some other way|other gender|other sex|another gender|other gender identity|another gender identity|any other gender|any other gender identity|other identity|self describe|self described|prefer to self describe|i prefer to self describe|prefer to self identify|prefer to use my own term|i use another term|use another term|i describe myself in another way|prefer to describe|other please state|if you describe your gender with another term|my gender is not listed|indeterminate|not listed|other not listed|prefer my own term';

/** Sex: female and male; other answers to a question of sex are kept as asked. */
export const readSex = readerOf(
  { female: FEMALE, male: MALE },
  {
    another: `${NON_BINARY}|${TRANS}|${ANOTHER}|intersex|variations of sex characteristics|trans woman|trans man|transgender woman|transgender man|male to female|female to male|unspecified sex`,
  },
);

/** Identities, and whether they are that of birth. */
const IDENTITIES = {
  'non-binary': NON_BINARY,
  'trans-woman':
    'trans woman|transgender woman|transwoman|male to female|trans female|transgender female|mtf|transgender male to female',
  'trans-man':
    'trans man|transgender man|transman|female to male|trans male|transgender male|ftm|transgender female to male',
  another: `${TRANS}|${ANOTHER}|intersex|gender identity different from sex registered at birth but no specific identity given`,
  'same-as-birth':
    'yes|y|the same|same|yes it is the same|yes the same|gender identity the same as sex registered at birth|cis|cisgender|same as sex registered at birth|same as at birth|same as birth',
  'not-same-as-birth':
    'no|n|different|no it is different|not the same|no it is not the same|different from sex registered at birth|gender identity different from sex registered at birth|gender identity is different',
};

/** Gender by its names; forms that ask nothing else of it offer the answers about birth beside them. */
export const readGender = readerOf({ woman: FEMALE, man: MALE, ...IDENTITIES });

/** The census's "is it the same as your sex registered at birth?", whose "yes" is the same and whose "no" may name an identity. */
export const readGenderIdentity = readerOf({
  ...IDENTITIES,
  another: `${IDENTITIES.another}|all other gender identities`,
  'same-as-birth': `${IDENTITIES['same-as-birth']}|yes it is|yes same|matches|yes it matches|not trans|not transgender|cis gender|i am not trans`,
  'not-same-as-birth': `${IDENTITIES['not-same-as-birth']}|no it is not|no it isnt|no it differs|does not match|no it does not match`,
});

/** Sexual orientation by the census (2021), GSS and NHS wordings. */
export const readOrientation = readerOf({
  straight:
    'straight|heterosexual|straight heterosexual|heterosexual straight|straight or heterosexual|heterosexual or straight|hetero|heterosexual or straight person|straight person|opposite sex',
  'gay-or-lesbian':
    'gay|lesbian|gay or lesbian|lesbian or gay|gay lesbian|lesbian gay|gay man|gay woman|gay woman lesbian|lesbian gay woman|gay men|gay male|gay female|homosexual|gay and lesbian|lesbian or gay woman|gay woman or lesbian|gay or lesbian woman|gay or lesbian homosexual|gay homosexual|same sex',
  bisexual:
    'bisexual|bi|bi bisexual|bisexual bi|bisexual or pansexual|bi pan|bi sexual|bi or bisexual|both sexes',
  other:
    'other|another|other sexual orientation|any other sexual orientation|another sexual orientation|all other sexual orientations|other orientation|pansexual|pan|asexual|queer|demisexual|ace|aromantic|questioning|self describe|prefer to self describe|i prefer to self describe|prefer to self identify|prefer to use my own term|in another way|another way|i use another term|use another term|none of these|none of the above|other sexual orientation not listed',
});
