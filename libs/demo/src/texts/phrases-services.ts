import type { PhraseBook } from './phrase-book.js';

/** Policing, services, people in need, and contentment. */
export const services: PhraseBook = {
  policing: {
    problem: [
      '{they closed|you closed} {our police station|the front desk} {and it shows|years ago|}',
      '{not enough|too few|cuts to} police {numbers|officers|} {in|for} {this city|$place}',
      '{policing|the police} {is stretched too thin|has no resources|needs sorting out}',
    ],
    wish: [
      '{better|properly funded} policing {please|}',
      '{reopen|open} {a police station|a police desk} in $place',
    ],
    praise: ['{well done to|credit to} the police {for what they do with so little|}'],
  },
  'police-visibility': {
    problem: [
      '{you never see|I have not seen|we never see} {a police officer|a policeman|a bobby|a PCSO} {on foot|on the beat|walking about} {in|around} $place {any more|these days|}',
      '{where are|what happened to} the {bobbies on the beat|PCSOs|community officers} {in|for} $place',
      '{the only time|only} I see police is {in a car going past|with blue lights on}',
      "{a uniform|someone in uniform} {walking|} {round|in} $place {is as rare as hens' teeth|would be a miracle}",
    ],
    wish: [
      '{more|regular|evening} {patrols|foot patrols|police patrols|police on the beat|PCSOs} {in|around|for} $place',
      '{let us|I want to} {know|meet} our {local|neighbourhood} officers',
    ],
    praise: [
      '{good to see|I like seeing|we see} {the PCSO|officers on foot|police walking} {in|around} $place {now|more often|}',
    ],
  },
  'police-response': {
    problem: [
      'I {rang|called|phoned} the police and {nobody came|it took four hours|they turned up two days later}',
      '{nothing gets done|nothing ever happens|no action is taken} {when you call them|about it|even with video evidence}',
      '{they said it was not a priority|no officer available|just a crime number for the insurance} {after|when} {our break-in|I called|my car was damaged}',
      '{slow|poor} response {from the police|times|} {in|to} $place',
    ],
    wish: [
      '{answer|respond} {faster|sooner} when {people call|we call 999}',
      '{actually|please} {turn up|investigate} when {something happens|people report}',
    ],
    praise: [
      '{police|officers} {came within minutes|were here in ten minutes|responded fast} when {I called|we had trouble}',
    ],
  },
  'trust-in-police': {
    problem: [
      'I {have lost|lost} {all trust|all faith|confidence} in the police {after what we have seen|}',
      '{stop and search|stops} {is unfair|only ever happens to black lads|makes young men resent the police}',
      '{they|officers|the police} {looked down on us|treated me like a criminal|did not believe me}',
      '{I would not|my family would never} {go to|open the door to|talk to} the police {again|}',
    ],
    wish: ['{rebuild|earn back} {trust|confidence} {in the police|with young people}'],
    praise: [
      '{our local officers|the neighbourhood team|our PCSO} {are friendly and fair|know everyone by name|have earned our trust}',
    ],
  },
  'barriers-to-reporting-and-feedback': {
    problem: [
      'I {waited|hung on|queued} {an hour|forty minutes|for ages} on 101 and {gave up|got cut off}',
      'I reported it {online|twice|in March} and {never heard back|heard nothing|nobody told me the outcome}',
      '{no point|what is the point|I do not bother} {reporting|in reporting|telling anyone} {any more|}',
      '{people are|I am} {too scared|afraid} to report it {because they know where we live|in case of comeback|}',
      '{the online form|the website|your app} {is impossible|crashed twice|needs an email address and I have none}',
    ],
    wish: [
      '{tell people|let us know} {what happened|the outcome} after {they report|we report} something',
      '{an easy|a simple|an anonymous} way to report {things|crime|}{ without 101|}',
    ],
    praise: [
      '{reporting online was easy|the text reporting works} and {I got an answer|someone rang me back}',
    ],
  },
  'young-people': {
    problem: [
      '{we are failing|this city is failing} {our young people|a generation|our children}',
      '{parents should know|it starts at home: parents need to know} where their children are',
      '{school exclusions|kids out of school} {lead straight to trouble|leave young people with no future}',
    ],
    wish: [
      '{invest in|listen to|put} {young people|our young people} {first|}',
      '{give|offer} {teenagers|young people} {apprenticeships|a say|mentors}',
    ],
    praise: ['{most|the} young people {I meet|round here} are {a credit to their parents|great}'],
  },
  'activities-for-young-people': {
    problem: [
      "{there is|there's} {nothing|nowhere|so little} for {teenagers|kids|young people} {to do|to go} {in|around} $place {since the youth club closed|}",
      'the {youth club|youth centre|skate park|leisure centre} {in|near} $place {closed|was shut|costs too much} {and they are bored|}',
      '{kids|they} are {bored|stuck on their phones} because {everything costs money|every club has gone}',
    ],
    wish: [
      '{bring back|fund|we need} {youth clubs|the youth centre|youth workers|a skate park|free sport} {in|for|near} $place',
      '{more|free} {activities|things to do|sports} for {teenagers|young people} {in the holidays|in $place|}',
    ],
    praise: [
      'the {youth club|boxing club|football sessions} {in|at} $place {keeps kids out of trouble|is brilliant|changed my lad}',
    ],
  },
  'safety-of-young-people': {
    problem: [
      'I {do not|would never} let my {children|kids|son|daughter} {play out|walk to school alone|go to $park} because {it is not safe|of what goes on}',
      'my {daughter|son|grandson} is {bullied|picked on|threatened} {walking home from school|at the bus stop|online}',
      '{children|pupils} {are frightened|get jumped|have been approached} {on the way home|outside the school gates} {in|near} $place',
    ],
    wish: [
      '{safe|supervised} places for {children|kids} to play {in|near} $place',
      '{someone|adults|wardens} {outside|at} the {school gates|bus stop} at home time to keep {children|pupils} safe',
    ],
    praise: ['my {children|kids} can {play out|walk to school} {safely|without worry} {in|round} $place'],
  },
  'behaviour-of-young-people': {
    problem: [
      '{teenagers|youths|kids|youngsters} {run riot|cause trouble|wreak havoc|run wild} {around|outside} {$shop|$centre} {after school|in the holidays|}',
      '{feral|unruly|out-of-control} {kids|youths|teenagers} {throwing stones|climbing on roofs|swearing at old people|egging windows}',
      '{ten year olds|kids no older than twelve} out {at midnight|till all hours} {throwing eggs|kicking doors|giving lip}',
    ],
    wish: [
      "{make|hold} parents {answer for|responsible for} {what their kids do|their teenagers' behaviour}",
      '{consequences|proper consequences} for {youths|young offenders} who {cause trouble|keep offending}',
    ],
    praise: [
      'the {teenagers|kids} {round here|outside $shop} {are better behaved|behave} {now|since the youth worker came}',
    ],
  },
  'homelessness-and-begging': {
    problem: [
      '{so many|more and more|too many} {rough sleepers|homeless people|people sleeping in doorways} {in|around} $centre',
      '{beggars|people begging|aggressive begging} {at every cash machine|outside $shop|all along $centre}',
      '{tents|people living in tents|someone in a sleeping bag} {in|by} {$park|the church|the car park} and {no one helps them|winter is coming}',
      '{sofa surfing|living in a van|in a B&B with two kids} for {months|a year} {and no home in sight|because there is no housing}',
    ],
    wish: [
      '{house|find homes for|shelter} {rough sleepers|homeless people} {before winter|first|}',
      '{a hostel|more beds|outreach} for {homeless people|rough sleepers}',
    ],
    praise: [
      'the {soup run|shelter|outreach workers} {treat homeless people with dignity|got my friend off the streets}',
    ],
  },
  'safety-at-night-and-on-transport': {
    problem: [
      'I {do not|no longer} feel safe {in this city|round here|in my own area}',
      'it is {scary|frightening|getting scary} {round here|in $place}',
      '{the whole area|$place} {has an edge to it|feels threatening|makes me uneasy}',
    ],
    wish: ['{make|help} people feel {safe|safer} {again|in $place|}'],
    praise: ['{$place|the city} feels safer {than it used to|now|}'],
  },
  'safety-at-night': {
    problem: [
      "I {will not|won't|never|daren't} {go out|walk alone|leave the house} {after dark|at night|in the evening|once it gets dark}",
      '{$centre|the city centre|$place} {feels unsafe|is frightening|is no place to be} {at night|after dark|after nine}',
      'I {take the long way round|get a taxi for half a mile|ask my son to meet me|turn down late shifts} {once it gets dark|in winter evenings|because of the walk home at night}',
      '{scared|nervous|on edge} {walking|going} {home|to my car} {at night|after a late shift|in the dark} {through|past|near} {$park|$place}',
      '{we stopped going|nobody goes} {out|into town} {in the evening|at night} {because it does not feel safe|any more}',
    ],
    wish: [
      '{make|help make} {$centre|$place} {safer|feel safe} {at night|after dark|in the evenings}',
      '{wardens|stewards|someone about} {in|around} $centre {after dark|at night} {so people feel safe|}',
    ],
    praise: ['I feel {safe|safer|fine} walking {home|about} {at night|after dark} {in|round} $place {now|}'],
  },
  'safety-on-transport': {
    problem: [
      'I feel {unsafe|nervous|trapped} on the {late bus|last bus|night bus|upper deck}',
      'the {train station|bus station|ferry stop|bus stop} {in|by} $place is {frightening|intimidating|dodgy} {in the evening|when nobody is about|}',
      '{trouble|shouting and vaping|lads kicking off} on the {number five|school|evening} bus {and the driver does nothing|}',
      '{the last bus goes at nine|no buses after eight} so {I have to walk|shift workers are stranded|girls wait alone for taxis}',
    ],
    wish: [
      '{conductors|guards|a safe button|cameras that work} on {late buses|buses|trains}',
      '{a late bus|later buses} {to|for} $place so {people get home safely|staff get home safe}',
    ],
    praise: ['the {bus driver|ferry crew|night bus} {waited till I was safe indoors|made me feel safe}'],
  },
  'mental-health-and-vulnerability': {
    problem: [
      '{people|neighbours|someone} in {mental health crisis|a mental health crisis|crisis} {are|is} {left to the police|turned away from A&E|just left}',
      '{waiting|I waited|my daughter waited} {eighteen months|two years|over a year} for {counselling|CAMHS|mental health help|a therapist}',
      '{older people|widowers|carers} {here|round here} are {lonely|isolated|cut off} and {nobody knocks|nobody checks on them}',
      'my {anxiety|depression|mental health} {is worse|gets worse} {because of|with} {where I live|all this|the worry}',
    ],
    wish: [
      '{a crisis café|a safe place|someone to talk to} for people with {mental health|poor mental health} {problems|} {at night|in $place|}',
      '{check on|befriend|visit} {lonely|vulnerable} {people|pensioners} {in|round} $place',
    ],
    praise: [
      'the {wellbeing group|crisis team|listening service} {got me through|kept me going|saved my mental health}',
    ],
  },
  'prevent-and-community-tension': {
    problem: [
      'the {riots|disorder|protests} {left people on edge|frightened my family|divided neighbours} {in|around} $place',
      '{far-right|extremist} {stickers|posts|groups} {are turning up|stir things up|recruit lads} {in|around} $place',
      '{young men|lads|people} are {being radicalised|getting sucked into extremism} {online|by what they watch}',
      '{tension|bad feeling|division} between {communities|locals and newcomers} {in|around} $place {is growing|is stoked online}',
    ],
    wish: [
      '{bring|get} {communities|different groups} {together|talking} {before there is trouble|after the riots|}',
    ],
    praise: [
      '{after the riots|when the trouble came} {hundreds came out to clean up|people stood together} {in|on} $centre',
    ],
  },
  'council-and-partner-services': {
    problem: [
      '{the council|you} {never listens|never listen|wastes money|does nothing for $place}',
      '{potholes|broken pavements|drains} {on|along} $street {are never fixed|have been reported for years}',
      '{my landlord|the housing association|housing} {will not|refuses to} {fix the damp|repair the door entry|answer emails}',
      '{yet another|another pointless} {survey|consultation} and {nothing will change|you have already decided}',
      '{council tax goes up|we pay more every year} and {services get worse|we get less}',
    ],
    wish: [
      '{repair|fix|mend} the {potholes|pavements|door entry system} {on|in} {$street|$place|our block}',
      '{the council|agencies} should {work together|talk to each other|listen to residents}',
    ],
    praise: [
      '{the council|housing officer|community builder|library} {sorted it out|has been really helpful|went out of their way}',
    ],
  },
  'positive-feels-safe': {
    problem: [],
    wish: [],
    praise: [
      'I {feel|have always felt} {safe|very safe|perfectly safe|at home} {here|in $place|where I live}',
      '{lovely|great|friendly} {neighbours|people} and a {good|real|strong} {community spirit|sense of community} {in|round} $place',
      '$place is {a nice place to live|a good place to bring up children|quiet and friendly}',
      '{people look out for each other|everyone says hello|we know our neighbours} {here|in $place}',
      '{no problems|no trouble} {here|at all where I live}, {very happy|we are happy|all good}',
    ],
  },
};

/** Real answers that fit no theme of community safety. */
export const offBeat: readonly string[] = [
  'the {seagulls|gulls} {steal my chips|wake me at four|are the size of dogs}',
  '{bring back|I miss} the old {Christmas lights|market|lido|tram}',
  '{more|we want} {benches with a sea view|flower beds|public toilets with hooks on the door}',
  'the {bus fares|ferry prices|beach huts} {cost too much|are a rip off}',
  '{swimming pool|library} opening hours {do not suit workers|are too short}',
  '{what about|please bring} {a decent department store|an ice rink|an outdoor cinema}',
  '{the weather|too much rain|the wind off the Sound} {is the only thing I would change|}',
];

/** Care received, for questions about a clinic or practice. */
export const care: { praise: readonly string[]; problem: readonly string[] } = {
  praise: [
    '{staff were|the nurses were|everyone was|the doctor was} {kind|friendly|so patient|very professional|lovely} and {explained everything|put me at ease|listened}',
    '{seen|I was seen} {on time|quickly|within minutes}{, no complaints|}',
    '{the receptionist|the physio|the health visitor} {could not do enough|went the extra mile|was brilliant}',
    '{clean|spotless} {ward|clinic} and {caring|cheerful} staff',
    '{excellent|first class|great} care {from start to finish|as always|}',
  ],
  problem: [
    '{waited|I waited} {five hours|all day|far too long} {in A&E|in a corridor|to be seen} and {nobody told us why|no one came}',
    '{impossible to|you cannot|I can never} get {an appointment|through on the phone|to see a GP} {at eight in the morning|for weeks|}',
    '{my appointment was cancelled|they cancelled} {twice|three times|on the day}',
    '{discharged|sent home} {with no support|too early|at midnight with no transport}',
    '{the parking|the signs|the phone system} {at the hospital|} {is a nightmare|made me late}',
  ],
};
