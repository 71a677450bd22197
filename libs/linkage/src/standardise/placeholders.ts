/**
 * What people and systems write where nobody is meant: a form's own "no answer", a word for whoever lives there, a tester's
 * entry, a date that stands for "not known". Such a value is read as blank. What a source uses beside these is learnt from
 * how often it occurs there (`table/commonplaces.ts`).
 */

/** Names that are nobody's, words folded and spaced, for the whole name. */
const NAMES = new Set(
  `anonymous|anon|anonymous user|anonymised|a non|an on|no name|noname|no name given|name|full name|first name|first last
first name last name|firstname lastname|your name|my name|name withheld|name supplied|not answered|no answer|not provided|not given|not supplied
not stated|not known|not applicable|not disclosed|not specified|not recorded|no response|did not answer|didnt answer|n a|na|nk|n k|nil|none|null
unknown|unnamed|undisclosed|unspecified|blank|skipped|withheld|redacted|deleted|deleted user|private|confidential|refused|declined
prefer not to say|prefer not to|prefer not|rather not say|id rather not say|would rather not say|prefer not to answer|pnts|no thanks|no thank you
a n other|an other|another|a nother|a other|other|nobody|no one|noone|somebody|someone|anybody|anyone|person|individual|human|me|myself|i
resident|a resident|the resident|residents|local resident|a local resident|local|concerned resident|concerned local|concerned citizen|citizen
occupier|the occupier|occupant|the occupant|householder|the householder|homeowner|home owner|tenant|a tenant|owner|neighbour|a neighbour
member of public|member of the public|a member of the public|mop|public|general public|joe public|joe bloggs|jo bloggs|fred bloggs|john doe|jane doe
test|test test|a test|test user|test person|test name|test account|testing|testing testing|tester|user|a user|web user|website user|guest user
guest|visitor|customer|a customer|service user|respondent|participant|patient|parent|carer|client|staff|admin|administrator
abc|abc def|asdf|asdf asdf|qwerty|aaa|bbb|zzz|mr|mrs|ms|miss|mr x|mrs x|ms x|miss x|mr nobody|mickey mouse|donald duck`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);

/** First words of the names above: only a name that begins so is looked up whole. */
const STARTS = new Set([...NAMES].map((name) => name.split(' ')[0]!));

/** Parts that are nobody's even beside a real other half: a given name "Not Answered" before a real family name. */
const isPart = (part: string): boolean =>
  NAMES.has(part) &&
  (part.includes(' ') || /^(anon|anonymous|noname|unknown|null|nil|none|nk|na)$/.test(part));

/** One letter over and over, with or without spaces: `xxxx`, `x x`; single initials are kept. */
const isOneLetter = (name: string): boolean => /^(\p{L})(?: ?\1)+$/u.test(name);

/** Whether a first word can begin a placeholder at all: a quick look before the whole is put together. */
export const mayBeNobody = (word: string | undefined): boolean =>
  word !== undefined && (word.length === 1 || STARTS.has(word) || isOneLetter(word));

/**
 * Which halves of a name are nobody's.
 * @param given given names, folded words with single spaces
 * @param family family name likewise
 */
export function nobodysName(given: string, family: string): { given: boolean; family: boolean } {
  const whole = [given, family].filter((part) => part !== '').join(' ');
  const both = given !== '' && family !== '' && NAMES.has(given) && NAMES.has(family);
  if (both || NAMES.has(whole) || isOneLetter(whole)) return { given: true, family: true };
  return { given: isPart(given), family: isPart(family) };
}

const NO_LOCAL =
  /^(?:no[._-]?(?:e?[._-]?mail|one|body|thanks?|address)?|none|n[._-]?a|nil|null|nope|not[._-]?(?:given|provided|answered|applicable|known|supplied)|don[o']?t[._-]?have(?:[._-]?one)?|no[._-]?reply|do[._-]?not[._-]?reply|anon(?:ymous)?|unknown|refused|declined|prefer[._-]?not(?:[._-]?to(?:[._-]?say)?)?|test(?:er|ing|s|ed)?\d{0,3}|example|dummy|fake|blank|x+|abc|asdf\w*|qwerty|user(?:name)?|your[._-]?(?:name|email)|e?mail|noemail\w*)$/;
const NO_DOMAIN =
  /^(?:no(?:ne|thing|where|email|mail|address|tgiven|tprovided|tapplicable)?|n-?a|nil|null|anon(?:ymous)?|unknown|fake|dummy|blank|x+|test(?:ing)?|invalid)(?:\.|$)/;

/** Whether an e-mail address stands for "none": by its name part, its domain, or a short name part said twice. */
export function isNobodysEmail(local: string, domain: string): boolean {
  if (NO_LOCAL.test(local) || NO_DOMAIN.test(domain)) return true;
  return local.length <= 4 && domain.split('.')[0] === local;
}

const STAIRS = '01234567890123456789';

/** Whether national digits are no phone's: one digit over and over after the first three, or the digits in order. */
export function isNobodysPhone(digits: string): boolean {
  const national = digits.replace(/^44/, '');
  const rest = national.replace(/^0+/, '');
  if (/^(\d)\1*$/.test(digits.slice(3)) || /^\d{0,4}?(\d)\1{6,}$/.test(national)) return true;
  return rest.length >= 7 && (STAIRS.includes(rest) || [...STAIRS].reverse().join('').includes(rest));
}

/** Days that forms and systems write for "not known": calendars' beginnings and ends, and all ones. */
const NO_DAYS = new Set(
  '00010101 11111111 17530101 18991230 18991231 19000101 19010101 19040101 19700101 20000101 99990909 99991231 19111111'.split(
    ' ',
  ),
);

/** @param packed yyyymmdd, eight digits */
export const isNobodysBirthDay = (packed: string): boolean => NO_DAYS.has(packed);

/** Whether a person id is none: blanks in disguise, zeros, a word for whoever is not signed in. */
export const isNobodysId = (id: string): boolean =>
  /^(?:0+|-+\d*|n\/?a|nil|none|null|undefined|unknown|anon(?:ymous)?(?: user)?|guest|not (?:answered|provided|known|given|applicable)|test|x+|\?+)$/i.test(
    id.trim(),
  );
