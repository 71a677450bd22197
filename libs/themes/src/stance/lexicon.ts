import { AFRAID, NO_SAFETY, SAFE, SHUNS } from '../context/safety-words.js';

/** How a word of praise or blame answers to what is made of it in its sentence. */
export type Manner =
  /** Good where it is said to be so. */
  | 'good'
  /** Bad, said of something: "the lights are dim". */
  | 'bad'
  /** A harm, which is denied by what stands right before or after it. */
  | 'harm'
  /** What others should do: nothing is said by it, but by its not being done. */
  | 'duty'
  /** What should be there, as `duty`; denied by what stands close before it alone. */
  | 'wanted'
  /** Something wished or needed; nothing, where it is not. */
  | 'wish'
  /** Whole as it stands, whatever denies in it. */
  | 'whole';

export interface Feeling {
  manner: Manner;
  /** From -3 (blame) to 3 (praise). */
  weight: number;
  /** Of a duty: what its being done adds. */
  done?: number;
  /** Whether it is about being safe or afraid. */
  safety?: true;
}

type Entry = [Feeling, string[]];
const of = (manner: Manner, weight: number, ...phrases: string[]): Entry => [{ manner, weight }, phrases];

/** Words and phrases of praise and blame; see coders/phrases.ts for their language. */
export const LEXICON: Entry[] = [
  [{ manner: 'good', weight: 3, safety: true }, SAFE],
  [{ manner: 'bad', weight: -3, safety: true }, [...AFRAID, ...SHUNS]],
  [{ manner: 'whole', weight: -3, safety: true }, NO_SAFETY],
  of(
    'good',
    3,
    'excellent|brilliant|fantastic|outstanding|superb|amazing|amazingly|wonderful|wonderfully|exceptional|perfect|perfectly|faultless|marvellous|magnificent|awesome|incredible|first_class|second_to_none|top_notch|spot_on|terrific|fabulous|ace|gem|treasure|godsend|lifesaver|star|stars|blessing',
    'best',
  ),
  of(
    'good',
    2,
    'good|great|lovely|nice|friendly|helpful|kind|kindness|caring|happy|happily|pleased|love|loved|loves|loving|enjoy*|polite|professional|delight*|beautiful|gorgeous|smashing|cracking|grand|decent|impressive|glad|joy|pride|proud',
    'clean|cleaner|tidy|quiet|peaceful|comfortable|efficient|supportive|thorough|welcoming|welcomed|courteous|considerate|respectful|attentive|patient_with|reliable|trustworthy|cheerful|calm|calming|relaxed|relaxing',
    'thank*|grateful|appreciat*|recommend*|impressed|satisfied|satisfactory|reassur*|well_done|keep_up|kudos|credit_to|hats_off|praise|commend*|compliment*|congratulat*|ta_very_much|cheers_for',
    'pleasant|pleasure|informative|prompt*|spotless|immaculate|well_looked|looked_after|well_kept|well_maintained|well_run|community_spirit|transformed|transformation',
    'hope for|and optimism',
  ),
  of('good', 2.2, "is|are|was|were|it's|i'm|am|be|quite|all fine|ok|okay|alright"),
  of(
    'good',
    1.5,
    'better|improving|improvements|fine|ok|okay|alright|easy|easier|quick|quickly|quicker|fair|fairly_treated|understanding|content|contented|settled|works_well|working_well|worked_well|success|successful|smooth|smoothly|on_time|clearly_explained|convenient|useful|like_it|like_living|like_the|confident|respected',
    'sorted|fixed|resolved|repaired|mended|cleared|tackled|cleaned|dealt_with|sorted_out|replaced|removed|put_right|cleaned_up|cleared_up|helped|solved|rescued|answered promptly?',
    'working|works well?',
    'looking after',
    'laugh|smile|smiling|smiles',
    'pull|pulls|look|looks|looking together|out_for',
    'listened to?|us?',
    'came|responded|arrived|answered quickly|promptly|straight_away|at_once|within|immediately|fast',
  ),
  of(
    'whole',
    2,
    "couldn't|cannot|can't|could_not|wouldn't|never|nothing .. fault|complain|grumble|moan|be_better|ask_for_more|asked_for_more|be_happier|complain_about|to_complain",
    "couldn't|could_not|can't|cannot .. better|happier|nicer|kinder|more_helpful|friendlier|quieter|asked_for",
    'no|zero|without problem|problems|issues|complaints|complaint|grumbles|trouble|bother|hassle|faults|fault|incidents|incident',
    "couldn't|can't|cannot|could_not improve|be_improved",
    'nothing could|can|to|needs be|to_be|been? improve|improved|better',
    'nothing better',
    "couldn't|could_not|nobody_could|no_one_could have? done|do|asked|ask|be|been more",
    "can't|cannot|couldn't beat|top",
    "would_never|i'd_never|wouldn't go|live|move|want_to_be anywhere|elsewhere|anywhere_else",
    'out of their|his|her|your way',
    'made|makes a|all? .. difference',
    'nothing to add|fault|complain|grumble|moan|worry',
    'nothing is|was ever? too much',
    'nothing but praise|good|kindness|admiration|respect|positive|help',
    'never a dull|cross',
    "wouldn't|would_not|couldn't change|swap|want_to|dream|move|live live? a? thing|anything|it|anywhere_else|nothing|elsewhere",
    "wouldn't live .. anywhere|elsewhere",
    'not .. single? complaint|bad_word',
    "can't|cannot|couldn't thank|praise|recommend|rate|speak|wait enough|highly|too_highly",
    "wouldn't|would_not hesitate",
    'not bad|half_bad|too_bad|as_bad',
    "isn't|wasn't|not so|that|too|half|as bad",
    'thing|things|problems of the past',
    'keep up the? good',
    'nothing wrong with',
    "don't|doesn't|wouldn't|didn't mind",
    'no reason|need to? complain|worry',
    'keep|keeps|kept|keeping an? eye on|out',
  ),
  of(
    'bad',
    -3,
    'terrible|terribly|awful|disgusting|appalling|appalled|dreadful|horrible|horrific|horrendous|shocking|disgrace*|worst|useless|hate|hated|hates|nightmare|hell|hellish|atrocious|diabolical|abysmal|pathetic|shambles|farce|joke|scandal|scandalous|vile|sickening|hopeless|lawless|unbearable|intolerable|unliveable|misery|miserable|squalid|filth|rotten|dire|pointless|waste_of_time|waste_of_money|cesspit|tip|dump|eyesore',
  ),
  of(
    'bad',
    -2,
    'bad|badly|poor|poorly|worse|worsen|worsened|worsening|deteriorat*|decline|declined|declining|dirty|filthy|grubby|grim|rough|run_down|shabby|scruffy|neglect*|forgotten|abandoned|derelict|overgrown|broken|smashed|damaged|blocked|unlit|dim|cold|damp|mouldy|leaking|flooded|stink*|smelly|stench|smell',
    'rude|slow|slowly|late|delay*|fail|fails|failed|failing|failure|failures|ignored|ignore|ignores|ignoring|unhelpful|complain*|disappoint*|let_down|fobbed_off|passed_from|brushed_off|dismissed|dismissive|patronis*|arrogant|abrupt|surly|short_tempered|uncaring|unfriendly|impersonal|disrespect*|condescending|sarcastic|judged|belittl*',
    'sick of|to_death',
    'fed_up|tired_of|had_enough|upset*|angry|anger|frustrat*|annoy*|unacceptable|inadequate|insufficient|stress*|unhappy|distress*|sad|sadly|depress*|hurt|pain|painful|cry|crying|tears|ashamed|embarrass*|humiliat*|despair*|gutted|lonely|isolated|trapped|ruin|ruins|ruined|ruining|spoil*|plague*|blight*|torment*',
    'confus*|chaos|chaotic|disorganis*|unorganised|mess|messy|messed|wrong|mistake|mistakes|error|errors|incorrect|lost|missing|cancelled|cancel|postponed|understaffed|overworked|rushed|overcrowd*|crowded|cramped|packed|noisy|loud|deafening|expensive|overpriced|rip_off|unfair|biased|ineffective|toothless|unreliable|complicated|awkward|inconvenien*|uncomfortable|boring|bland|tasteless|inedible|stale',
    'pitch|so|very|dead|really dark|black',
    'out of control|order|hand|date',
    'getting|got|gets worse',
    'gone downhill|to_pot|to_the_dogs|to_rack',
    'run riot|ragged|amok',
    "don't|doesn't|didn't|couldn't|nobody|no_one|never|not care|cares|listen|listens|listening",
    "can't|couldn't be_bothered",
    'turn|turns|turned a blind_eye',
    'cut back|backs|off',
    'long wait|waits|queue|queues|delay|hold',
    'too long|few|many|much|fast|loud|dark|far|late|slow|expensive|busy|short|hot|noisy|small|high|little|old',
    'kept waiting',
    'hours|weeks|months late|on_hold|waiting|to_wait|for_an_appointment',
    'wait* hours|weeks|months|ages|forever|years|for_ages',
    'gave|given up',
    'a|real|such a? shame|pity|worry|pain',
    'what .. shame|pity',
    'scum|yobs|thugs|louts|hooligan*|druggies|junkies|gangs|gang',
  ),
  of(
    'harm',
    -2,
    'problem|problems|issue|issues|trouble|troubles|bother|hassle|complaint|complaints|concern|concerns|concerned|worry|worries|worried|incident|incidents|difficulty|difficulties|grief|aggro|agro|mither|harm|risk|risks|threat*|menace|nuisance|dangers',
    'crime|crimes|drug|drugs|dealers|dealing|violence|violent|abuse*|abusive|attack*|assault*|vandal*|graffiti|litter*|rubbish|stolen|theft|thefts|thieves|noise|racket|burglar*|robb*|mugg*|stab*|knife|knives|fight|fights|fighting|brawl*|speeding|speeders|racing|fly_tip*|flytip*|fly_tipping|arson|damage|harass*|racis*|bully*|bullied|street_drinking|drinkers|anti_social_behaviour|anti_social|antisocial|stole|steal|keyed|jumped_by|kicking|asb|shout*|swear*|needles|syringes|rats|vermin|dog_mess|dog_poo|fouling|begging|beggars|drunk|drunks|drunken|intimidation|hostility|unrest|riot*',
    'miss|missed|misses|forget|forgot|rush|judge|hurry|hurried',
    'broken|broke|break|breaks in|into|ins|down',
    'smash*|kick* up|in|off|doors|the',
    'followed|chased|spat|punched|shouted_at|sworn_at|pushed|burgled|mugged|robbed|attacked|raped|groped|grabbed|hassled|bothered|pestered',
    'kids|youths|lads|teenagers running|throwing|hanging|causing|riding|smoking|drinking',
    'potholes|pothole|queues|queue|mould|smoke|fumes|pollution|congestion|roadworks',
  ),
  of(
    'duty',
    -2,
    'come|comes|came|coming|turn_up|turned_up|turns_up|show_up|showed_up|attend|attends|attended|respond|responds|responded|answer|answers|answered|reply|replied|replies|call_back|called_back|rang_back|get_back|got_back|follow_up|followed_up|listen|hear|heard|act|acts|acted|act_on|protect|protects|protected|help|care|cares|cared|bothers|understand|explain|tell|told|inform|informed|tackle|tackles|tackled|stop|stops|stopped|deal|deals|dealt|address|addressed|sort|sorted|fix|fixes|fixed|mend|mended|repair|repaired|cleaned|clear|cleared|collect|collected|collects|empty|emptied|empties|sweep|swept|replace|replaced|patrol|patrols|patrolled|enforce|enforced|policed|investigate|investigated|investigates|prosecuted|arrest|arrested|arrests|charged|caught|catch|change|changes|changed|improve|improves|improved|happen|happens|happened|done|do|does_anything|do_anything|resolved|solved|work|works|worked|offered|offer|given|provided|provide|available|accessible|maintained|maintain|cut|gritted|lit|checked|taken|take|treated|seen_to|see_to|see_anyone|get_through|get_an_appointment|get_an_answer|sleep|rest|relax|park|breathe|afford|use|open|enjoy|trust|rely',
    'any_good',
    'enough',
  ),
  [
    { manner: 'duty', weight: -2, done: 1 },
    [
      'listened|explained|supported|helped|reassured|apologised|encouraged|communicated',
      'explains|listens|helps|supports',
    ],
  ],
  of(
    'wanted',
    -2,
    'police|officer|officers|policing|pcso|pcsos|bobby|bobbies|copper|coppers|warden|wardens|light|lights|lighting|lamp|lamps|camera|cameras|cctv|bin|bins|bench|benches|seat|seats|toilet|toilets|bus|buses|crossing|crossings|doctor|doctors|nurse|nurses|staff|appointment|appointments|receptionist|youth_club|clubs|activities|facilities|shops|parking|information|communication|support|response|feedback|action|explanation|apology|contact|presence|hope|respect|consideration|privacy|choice|discipline|deterrent|consequences|investment|funding|maintenance|sign|signs|handrail|pavement|one_to_talk|where_to_go|thing_to_do|heating|water|food|drink|fun|peace|sympathy|empathy|compassion|faith|confidence|difference|improvement|interest|progress',
  ),
  of(
    'whole',
    -1.5,
    'lack|lacking|lacks|shortage|absence',
    'not|nowhere|hardly|scarcely|never near? enough',
    "isn't|aren't|wasn't|weren't|don't_have|haven't|never|not enough",
    'no point|use|chance|hope|idea_why|excuse',
    'no longer|more have|get|see|any',
    'never|rarely|hardly|seldom ever? see|sees|seen|saw',
    'nothing|not_anything|nowt .. done|happens|happened|changes|changed|to_do|works|being_done',
    'nobody|no_one|nowhere|noone .. comes|came|cares|listens|listened|answers|answered|helps|helped|to_talk|to_go|does|did|bothers|wants|knows|told',
    "won't|don't|doesn't|didn't|never do|does|did|act|acts|listen|listens|care|cares|stop|stops",
    'who cares',
    'with better|more|proper|extra',
    'used to walk|go|use|play|let|sit|take|visit',
    'lucky to see|get|find|be_seen',
    'flood|floods|flooding',
    'never like this before?',
    'has|have gone',
    'end of .. tether',
    'so little|few',
    'looked down on',
    'nearly|almost hit|killed|ran_over|run_over|knocked',
    'bored',
    'closed|closing|shut .. desk|station|club|library|centre|toilets|down|pool|ward|office',
    'what is|was the point',
    'just excuses|gangs|trouble|noise|words|talk',
    'used to|be nice|good|lovely|better|safe|quiet|clean',
    'if only',
    'not what it was|used_to_be',
    'out of touch|date|order',
    'left|told to? wait|fend|alone_for|waiting|for_hours|us_to|us_with|in_pain|in_tears',
  ),
  [
    { manner: 'whole', weight: 3, safety: true },
    [
      'nothing|never|nowt anything? bad|nasty|untoward|awful|horrible .. happened|happens',
      'no|zero|without|nae any|real? worries|worry|fear|fears|concerns|qualms|hesitation',
    ],
  ],
  of(
    'wish',
    -1,
    'need|needs|needed|should|please_stop|want|wish|could_be|must|why|waste|difficult|hard',
    'more',
    'wait*|hours',
  ),
  of(
    'whole',
    1.5,
    'less|fewer|reduced|reduction_in|drop_in|fall_in|decrease_in crime|trouble|noise|litter|problems|drugs|gangs|nuisance|incidents|burglaries|speeding|rubbish|drunks',
    'crime|noise|trouble|nuisance|vandalism|litter|speeding .. down|dropped|fallen|reduced|stopped|less|gone|ended',
    'have|has got|gotten|become|been much? better|easier|nicer|quieter|cleaner',
  ),
];
