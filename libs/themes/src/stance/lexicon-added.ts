import { of, type Entry } from './lexicon.js';

/** What denies, with and without an apostrophe's "not". */
const NOT =
  "not|isn't|wasn't|aren't|weren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|can't|cannot|couldn't|never";
const COULD_NOT = "can't|cannot|couldn't|could_not|wouldn't|would_not|never";
const BETTER = 'better|nicer|kinder|finer|cleaner|friendlier|quieter|happier';
const WILL_NOT = "won't|will_not|wouldn't|would_not|shan't|daren't";

/** Words and phrases that the fourth way of reading knows beside the third's; see coders/phrases.ts for their language. */
export const ADDED: Entry[] = [
  // What could not be better: a comparison that is denied. "It's not better" and "we don't get any better buses" are blame.
  of(
    'whole',
    2.5,
    `${NOT}|nobody|no_one|hard_to|struggle_to find|meet|met a|any? ${BETTER}`,
    `${NOT}|nobody|no_one seen|had a ${BETTER}`,
    `haven't|hasn't a ${BETTER}`,
    `never seen|had|been|looked|felt|known ${BETTER}`,
    `${COULD_NOT} ask_for|wish_for|hope_for|want|imagine a|any|for? ${BETTER}`,
    `can't|cannot|couldn't|could_not|could_never|nobody_could|no_one_could be|have_been any? ${BETTER}`,
    `you won't|will_not|will_never|can't|cannot|couldn't get a? ${BETTER}`,
    `it|you doesn't|does_not|don't|do_not get a|any|much? ${BETTER} .. than this|here|that|these|him|her|them`,
    `there isn't|is_not a ${BETTER}`,
    `nowhere|nobody|no_one ${BETTER}`,
  ),
  of('whole', -1.5, `did|does|do|will not get ${BETTER}`, `won't|will_never get ${BETTER}`),
  // The one thing that is wrong is small.
  of(
    'whole',
    1.5,
    'only|one regret|gripe|complaint|criticism|grumble|niggle|quibble|moan is|was|would|being',
  ),
  of('whole', 1, 'not_often|rarely|seldom|not_one_to i? praise|compliment|say_thank_you|write_in'),
  of('whole', 2, 'hallelujah|hooray|hurray|hurrah|at_long_last'),
  of(
    'whole',
    2,
    "don't|do_not|not know|imagine what|how|where i'd|we'd|i_would|we_would|i|we do|be|manage|cope .. without",
  ),
  // Done as it should be.
  of(
    'good',
    2,
    'done|fixed|repaired|cleaned|sorted|finished|mended properly|quickly|promptly|well|beautifully|professionally|straight_away|in_no_time',
  ),
  of(
    'good',
    1.5,
    'done|made|fixed|repaired|mended|sorted within',
    'in no time',
    'was|were|be|being in and out',
  ),
  of(
    'good',
    2,
    'comfy|cosy|fab|handy|spacious|airy|stunning|charming|delicious|tasty|pretty|attractive|inviting|vibrant|thriving|buzzing|generous|knowledgeable|competent|dedicated|hardworking|hard_working|compassionate|gentle|approachable|accommodating|obliging|conscientious|lifeline|hero|heroes|legend|legends|asset|thrilled|overjoyed|chuffed|affordable|neighbourly|homely|tranquil|picturesque|refreshing|invaluable|priceless|impeccable|flawless|sterling|champion',
  ),
  of(
    'bad',
    -2,
    'dying|ugly|hideous|lousy|woeful|shoddy|sloppy|careless|clueless|incompetent|lazy|unprofessional|ignorant|heartless|callous|cruel|nasty|snooty|stroppy|grumpy|offhand|curt|negligent|insult|insulting|outrage|outrageous|ridiculous|absurd|laughable|mayhem|bedlam|infested|freezing|stuffy|sweltering|crumbling|rotting|falling_apart|falling_down|dilapidated|decrepit|bleak|soulless|outdated|antiquated|unusable|unplayable|impassable|unsanitary|unhygienic|unfit|faulty|knackered|clapped_out|crap|rubbish_service|extortionate|tired_out|lifeless|substandard|half_finished|botched|ripped_off',
  ),
  // Isn't what it was.
  of(
    'whole',
    -2,
    `${NOT} .. what it was|used_to_be|once_was`,
    `${NOT} the same|as_good|as_nice|as_clean|half_as_good|like_it_was .. since|anymore|any_more|now|as_it_was|it_used_to_be|as_before`,
    'a shadow of its|their former',
  ),
  // What they do not trouble to do, and what they took away.
  of(
    'whole',
    -2,
    `${NOT}|nobody|no_one|never even|ever? bother|bothers|bothered to`,
    `${NOT}|nobody|no_one|never even|ever? bother|bothers|bothered coming|turning|showing|answering|replying|responding|listening|looking|asking|checking|explaining|telling|helping|fixing|cleaning|emptying|stopping|ringing|getting|investigating|attending|sending|sorting`,
    'they|council|have|has|nhs closed|shut|axed|scrapped|cut|sold_off|demolished|removed our|my|the|all|half',
  ),
  // What would be better is not so.
  of('whole', -1.5, 'it would|might help|be_nice|be_good|be_lovely|be_better|make_a_difference'),
  // What people will not use any more.
  of(
    'whole',
    -1.5,
    `${WILL_NOT} be using|going|coming|returning|visiting|shopping|setting_foot|catching`,
    `${WILL_NOT} bother|go_again|go_back|be_back|use_it_again`,
  ),
  // What nobody would do, and what is too much of a risk.
  [
    { manner: 'whole', weight: -3, safety: true },
    [
      `${WILL_NOT} risk|chance it|that|going|walking|using`,
      "don't|do_not|not|never know|met|meet anyone|anybody|a_soul who|who'd|that|that'd? would|will|dares? walk|walks|go|goes|use|uses|cross|venture|wait",
      "nobody|no_one|noone|no_woman|few i|we? know|who|who'd|would|will|dares? go|goes|walk|walks|venture|ventures|use|uses|wait .. there|alone|dark|night|through|own",
    ],
  ],
  // Beyond compare.
  of(
    'whole',
    2.5,
    'nothing|nowhere|nobody|no_one|not_much beats|compares|comes_close',
    'if every|all|only_every|only_all .. like ours|this|that|him|her|them|these|you',
    "couldn't|could_not|can't|cannot be faulted|bettered|beaten",
  ),
  of(
    'good',
    1.5,
    'really|truly|genuinely|clearly|obviously care|cares|cared|listen|listens|listened|help|helps|helped|try|tries',
    'respect|respects|respected him|her|them|us|me',
  ),
  // So bad that something cannot be done, and what is done readily at others' cost.
  of(
    'whole',
    -1.5,
    "so long|dark|high|bad|full|busy|crowded|narrow|noisy|loud|thick|uneven|deep|far|slow|steep|dirty .. can't|cannot|couldn't|can_hardly|can_barely",
    'quick|happy|keen|fast|eager enough? to take|spend|charge|blame|cut|collect',
    'whoever designed|decided|approved|planned|thought',
    "doesn't|does_not|don't|won't make it|us|them|me so|true|right|any|safe|safer|ok",
  ),
  of(
    'bad',
    -2,
    'stuck|stranded|marooned|confined at|in|to home|my_home|indoors|the_house|my_flat',
    'stranded|marooned',
    'wait* for|over|about|nearly|almost? two|three|four|five|six|seven|eight|nine|ten|twelve|several|many hours|weeks|months|years',
  ),
  of(
    'harm',
    -2,
    'blasting|booming|thudding|pounding .. music|bass|tunes',
    'loud|blaring music|bass|tunes|telly|tv',
  ),
  of(
    'duty',
    -2,
    'apologise|apologises|introduce|introduced|acknowledge|acknowledged|say_sorry|said_sorry|reassure|deliver|delivered|consult|consulted|warn|warned',
  ),
  of(
    'wanted',
    -2,
    'shelter|shelters|ramp|ramps|seating|shade|railings|signage|handrails|lift|lifts|playground|swings|drains|gritting|timetable|timetables|dentist|dentists|buggy_space|beds|parking_spaces',
  ),
  // Of what people do not use or know they say nothing.
  of(
    'whole',
    0,
    "couldn't|can't|cannot|could_not|unable_to really? comment|judge",
    "i've|we've|i|we|i_have|we_have not|never|haven't|hardly|rarely been on|to|in",
  ),
];
