import nlp from 'compromise';

/** What a word may be, by the lexicon of the compromise package (MIT) and lists of our own. */
interface Lexicon {
  names: Set<string>;
  /** Names that are given to a child. */
  firstNames: Set<string>;
  words: Set<string>;
  places: Set<string>;
}

const NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person']);
const PLACE_TAGS = new Set([
  'Place',
  'City',
  'Region',
  'Country',
  'Demonym',
  'Organization',
  'SportsTeam',
  'ProperNoun',
]);

/** Words of daily English that the lexicon lacks or holds as names: alone they are no sign of a person. */
const DAILY = `a an the i i'm i've i'd i'll it its it's is are was were be been am he she they we you him her his hers them their our my your me us
  this that these those there here what when where who whom whose which why how if so as at by for from in into of off on onto or out over to
  up with and but not no nor yes yeah ok okay please thanks thank hello hi hey dear regards cheers sorry
  all any some every each both few more most other another such only own same than too very just also even still yet again ever never always often
  can could will would shall should may might must do does did done have has had having get got make made
  will mark grace hope faith joy may june april august rose lily daisy ivy olive hazel amber ruby pearl jade crystal dawn summer autumn art bill
  bob jack frank guy grant drew chase chance hunter mason carter taylor cook baker king prince duke major earl lance miles dale glen clay brook
  heath reed forest woody rusty sandy sunny destiny melody harmony charity mercy patience precious angel christian gay rich young long short
  street road avenue lane close drive court park place square house home flat floor room ward bay bed unit suite box area city town village
  centre center clinic surgery hospital health care service services team staff department trust nhs gp doctor doctors nurse nurses dr mr mrs ms
  miss sir madam police officer council school college university church station bus train car van bike dog cat child children kids baby people
  man woman men women boy girl mum dad mother father son daughter brother sister husband wife partner friend friends family neighbour neighbours
  day night morning afternoon evening today tomorrow yesterday week month year time monday tuesday wednesday thursday friday saturday sunday
  january february march july september october november december christmas easter english british welsh scottish irish european american
  god lord jesus heaven internet google facebook twitter email mail phone mobile address name number code card account bank credit debit visa
  mastercard order ticket company ltd limited inc plc llc group club bar pub hotel shop store market restaurant cafe song album band music film
  movie book show radio tv news world war north south east west northern southern eastern western central great new old big little good bad best
  everything nothing something anything everyone nobody somebody anybody one two three four five six seven eight nine ten first second third
  however although because since while during before after between through about above below under against without within along across
  overall generally usually sometimes maybe perhaps really excellent great lovely nice fantastic brilliant amazing wonderful professional friendly
  helpful caring kind polite clean quick easy happy pleased satisfied good better poor parking waiting appointment appointments treatment
  medication communication information reception receptionist physio physiotherapy therapy pharmacy maternity emergency outpatients patient patients
  food water tea coffee toilet toilets door window light lights noise drugs drug crime litter rubbish traffic speed road roads pavement fly tipping
  more less need needs want wants keep kept let give given put take taken see seen feel felt think thought know knew come came go went look
  personal info website director services web search explorer investments capital medical infirmary course
  billing shipping delivery mailing mobile desk fax tel telephone office work street st rd ave apt zip postcode director directed actor actress
  writer producer president minister chairman manager owner author editor title genre comedy drama action adventure family mystery suspense
  animation kids thriller romance horror documentary fantasy science fiction crime history sport musical western biography`;

let lexicon: Lexicon | undefined;

/** The lexicon, read once. */
export function nameLexicon(): Lexicon {
  lexicon ??= readLexicon();
  return lexicon;
}

function readLexicon(): Lexicon {
  const entries = (
    nlp as unknown as { world(): { model: { one: { lexicon: Record<string, string | string[]> } } } }
  ).world().model.one.lexicon;
  const read: Lexicon = {
    names: new Set(),
    firstNames: new Set(),
    words: new Set(DAILY.split(/\s+/)),
    places: new Set(),
  };
  for (const [word, found] of Object.entries(entries)) {
    const tags = [found].flat();
    if (tags.some((tag) => tag === 'MaleName' || tag === 'FemaleName')) read.firstNames.add(word);
    if (tags.some((tag) => NAME_TAGS.has(tag))) read.names.add(word);
    else if (tags.some((tag) => PLACE_TAGS.has(tag))) read.places.add(word);
    else read.words.add(word);
  }
  return read;
}

/** Endings of common nouns and adjectives, by which a capitalised word is taken for a word and not for a name. */
const COMMON_ENDING =
  /(?:ment|tion|sion|ness|ity|ing|ings|ology|therapy|ance|ence|ship|ism|ful|less|able|ible|ous|ical|ally|ward|ware|ers|ies|ised|ized|ated)$/;

/** Whether a lower-case word looks like common English rather than like a name. */
export function isCommonWord(word: string): boolean {
  const { words, names } = nameLexicon();
  if (words.has(word)) return true;
  if (names.has(word)) return false;
  return COMMON_ENDING.test(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));
}
