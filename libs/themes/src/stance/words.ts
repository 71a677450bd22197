/** Words and phrases of approval and complaint, with a weight from -3 to 3; see coders/phrases.ts for the language. */
export const STANCE_PHRASES: [number, string][] = [
  [3, 'excellent|brilliant|fantastic|outstanding|superb|amazing|wonderful|exceptional|perfect|faultless'],
  [
    2,
    'good|great|lovely|nice|friendly|helpful|kind|caring|happy|pleased|love|loved|enjoy*|polite|professional',
  ],
  [2, 'safe|safer|secure|clean|quiet|peaceful|comfortable|efficient|supportive|thorough|welcoming|proud'],
  [2, 'thank*|grateful|appreciat*|recommend*|impressed|satisfied|reassur*|well done|keep up'],
  [
    1,
    'better|improved|improving|fine|ok|okay|easy|quick|quickly|fair|pleasant|informative|understanding|prompt*',
  ],
  [2, 'no problem|problems|issues|complaints|concerns'],
  [2, "couldn't|cannot|can't|could not? fault|be_better|ask_for_more|improve"],
  [
    -3,
    'terrible|awful|disgusting|appalling|dreadful|horrible|horrendous|shocking|disgrace*|worst|useless|hate',
  ],
  [
    -2,
    'bad|poor|poorly|unsafe|dangerous|scared|scary|afraid|frighten*|intimidat*|worse|worried|worrying|fear|dirty|filthy',
  ],
  [
    -2,
    'rude|slow|late|delay*|fail*|ignored|unhelpful|problem|problems|issue|issues|complain*|disappoint*|concern*',
  ],
  [
    -2,
    'crime|drug|drugs|violence|violent|abuse*|attack*|threat*|vandal*|litter|rubbish|stolen|noise|noisy|nuisance',
  ],
  [
    -2,
    'sick of|fed_up|tired_of|upset*|angry|anger|frustrat*|annoy*|unacceptable|inadequate|uncaring|stress*|unhappy',
  ],
  [
    -1,
    'lack|lacking|not enough|too long|too few|too many|too much|nothing|nobody|never|waste|wait*|hours|difficult|hard',
  ],
  [-1, 'need|needs|needed|should|more|please stop|improve|want|wish|could be|must|why'],
  [-2, "no point|out of control|getting worse|gone downhill|run down|never see|don't care|not listen*"],
];

/** What coders that read by clauses know beside. The first way of reading keeps its list: what it coded is coded again to the same bytes. */
export const STANCE_PHRASES_BY_CLAUSES: [number, string][] = [
  [
    -2,
    "never|don't|doesn't|nobody|no_one|won't stop|stops|tackle|tackles|care|cares|act|acts|listen|listens",
  ],
];

/** Words that turn what follows within three words. */
export const TURNERS = new Set(
  "not never no don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't weren't can't cant cannot couldn't couldnt won't wont wouldn't without hardly less".split(
    ' ',
  ),
);
