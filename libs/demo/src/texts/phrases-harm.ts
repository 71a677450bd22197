import type { PhraseBook } from './phrase-book.js';

/** Violence, abuse, hate and exploitation. */
export const harm: PhraseBook = {
  violence: {
    problem: [
      '{violence|violent crime} {is going up|seems to be rising|worries me} {in|around} $place',
      '{there are|you see} {fights|punch-ups} {most weekends|all the time|every week} {in|near} $place',
      '{people|lads} {kicking off|squaring up|threatening each other} {in|outside} {$centre|$shop}',
    ],
    wish: ['{come down hard on|do more to prevent|get to the causes of} {violence|violent crime}'],
    praise: ['{there is less violence|I see fewer fights} {in|around} $place {than there was|}'],
  },
  assault: {
    problem: [
      '{my son|my nephew|a colleague|my husband} was {beaten up|attacked|punched|jumped} {walking home|for no reason|by strangers} {in|near} $place',
      '{a man|someone|an old chap} was {attacked|assaulted|left with a broken jaw} {outside|near} {$shop|$centre} {last month|in broad daylight|}',
      '{staff|nurses|bus drivers|paramedics} {get assaulted|are attacked|are hit and spat at} {at work|far too often|}',
    ],
    wish: [
      '{tougher sentences for|prosecute} {anyone who assaults|people who attack} {staff|emergency workers|others}',
    ],
    praise: ['the officer who dealt with my {assault|attack} was {kind|very good|thorough}'],
  },
  'knife-crime': {
    problem: [
      '{too many|so many} {young people|kids|lads} {carry|are carrying|go out with} {knives|blades|a knife}',
      'there {was|has been} {a stabbing|another stabbing|a knife attack} {at the end of our road|in $place|near $centre}',
      '{my boys|pupils|teenagers} {say they need a knife|feel they have to carry one|know someone with a machete} {to feel safe|}',
      '{a lad|someone} {pulled a knife|waved a machete|threatened us with a blade} {on the bus|in $place|outside $shop}',
    ],
    wish: [
      '{more|put in} {knife bins|amnesty bins|knife arches} {please|in $place}',
      '{talk to|teach} {pupils|year sevens|children} about {knives|knife crime} {before it is too late|}',
    ],
    praise: ['the {knife crime|weapons} {talk|session} at school {hit home|was really good}'],
  },
  robbery: {
    problem: [
      '{I was|my daughter was|a friend got} {mugged|robbed} {for a phone|at the cash machine|in the underpass} {in|near} $place',
      '{muggings|robberies|phone snatching} {in|around} $centre {are on the up|scare me}',
      '{two lads|someone on a bike} {snatched|grabbed|wrenched} {my bag|her phone|my chain} {and rode off|and ran} {in|near} $place',
    ],
    wish: ['{warn people|put up signs} about {muggings|phone robberies} {in|near} $centre'],
    praise: ['police caught {the lad who robbed me|the muggers} {within a day|}'],
  },
  'night-time-violence': {
    problem: [
      '{fights|brawls|drunken fights} {when the clubs close|at kicking out time|outside the pubs} {in|along} $centre {every weekend|every Saturday|}',
      '{taxi ranks|takeaways} {in|round} $centre at {two|three} in the morning are {a battleground|full of drunks fighting|chaos}',
      '{my friend|someone} got {glassed|punched by a bouncer|headbutted} {in a club|outside a bar} {on a night out|}',
    ],
    wish: [
      '{make|get} {bars and clubs|licensed premises} {train their door staff|stop serving drunks|pay for street marshals}',
      '{stagger|change} closing times {in|along} $centre',
    ],
    praise: [
      'the {street pastors|taxi marshals|night marshals} {calm things down|do a great job} {at closing time|on Saturdays}',
    ],
  },
  'domestic-abuse': {
    problem: [
      '{domestic abuse|domestic violence} is {hidden|everywhere|not taken seriously} {here|in this city|in $place}',
      '{I|my sister|my neighbour} {left|finally left|could not leave} {an abusive husband|a violent partner|a controlling ex} and {there was nowhere to go|the refuge was full|had to sleep in the car}',
      '{he|my ex} {controls the money and my phone|still turns up at the school gate|punches walls in front of the kids} {and nobody asks|}',
      '{you hear|we hear} {him screaming at her|a woman crying|them through the wall} {most nights|} and {do not know who to tell|nobody comes}',
    ],
    wish: [
      '{more|we need more} {refuge places|help for survivors|safe housing} for {women who leave|people leaving abusive partners|victims of domestic abuse}',
      '{teach|talk to} {boys|young people} about {healthy relationships|coercive control}',
    ],
    praise: ['the {domestic abuse|IDVA} {worker|service} {believed me|got me out safely|was amazing}'],
  },
  'sexual-violence': {
    problem: [
      '{my friend|a girl on our course|my flatmate} had {her|a} drink spiked {in a club|on a night out|in $centre}',
      '{victims of rape|rape victims|people who report sexual assault} {wait years for court|are not believed|are let down}',
      '{a man|someone} {exposed himself|flashed at me} {in|near} $park',
      'there {was|has been} {a rape|a sexual assault|a serious sexual assault} {in|near} $park {and women are frightened|}',
    ],
    wish: [
      '{free|hand out} {drink covers|spiking test strips} {in bars|to students}',
      'support for {rape|sexual assault} victims {should be funded properly|}',
    ],
    praise: ['the sexual assault {centre|referral centre} {treated me with respect|was gentle and kind}'],
  },
  'safety-of-women-and-girls': {
    problem: [
      '{as a woman I|women|me and my friends} {do not feel safe|never feel safe|feel vulnerable} {walking alone|running alone|on our own} {in|through} $place',
      '{girls|my daughters|women} {are|get} {catcalled|followed|wolf-whistled|harassed} {on the way to school|by men in vans|in $centre|at the bus stop}',
      'I {walk with keys between my fingers|text my flatmate when I get home|pretend to be on the phone} {every time|because of men who follow you}',
      '{he|a man} {followed me|stalked me|kept pace with me} {from the bus|home|through $park} {and nobody helped|}',
      '{sexist|misogynist} {comments|behaviour} {from men|} {is seen as banter|is still laughed off}',
    ],
    wish: [
      '{ask women|listen to women and girls|walk the routes with women} {before you design anything|about where they feel unsafe}',
      '{safe spaces|a safe bus|safe routes} for women {in|around} $centre',
    ],
    praise: [
      "the {safe bus|safe haven|women's walk} {made me feel looked after|is a great idea} {as a woman|}",
    ],
  },
  'hate-crime': {
    problem: [
      '{hate crime|prejudice|discrimination} {is getting worse|is not taken seriously|goes unreported} {in|around} $place',
      '{people|we} are {abused|targeted|picked on} for {who they are|being different} {in|around} $place',
    ],
    wish: [
      '{make it easier to|help people} report {hate crime|hate incidents}',
      '{somewhere safe|a third party centre} to report hate crime',
    ],
    praise: ['the hate crime {officer|centre} {listened|took me seriously}'],
  },
  'hate-crime-race': {
    problem: [
      '{I get|my wife gets|my children get} {racist abuse|racist comments|called names for our colour} {on the bus|at school|in $place}',
      '{we were|my neighbours were|a nurse I know was} told to go back to their own country {outside $shop|in $place}',
      '{racism|racist graffiti|abuse of refugees} {in|around} $place {has got worse|is out in the open} {since the summer|}',
    ],
    wish: ['{challenge|stand up to} racism {in schools|on buses|wherever it happens}'],
    praise: [
      '{neighbours stood up for us|people of $place made us welcome} when {we had racist abuse|we arrived as refugees}',
    ],
  },
  'hate-crime-religion': {
    problem: [
      '{someone|a man} {pulled my headscarf|shouted about Muslims|spat at my hijab} {on the bus|in $centre}',
      '{the mosque|our mosque|the synagogue|our church} {had its windows broken|gets threats|needs protecting}',
      '{Islamophobia|antisemitism} {is rising|is never challenged} {here|}',
    ],
    wish: ['{protect|look after} {places of worship|the mosque} {at prayer times|}'],
    praise: ['{people of all faiths|neighbours} {stood outside the mosque with us|came to our open day}'],
  },
  'hate-crime-sexual-orientation': {
    problem: [
      '{two men|a group|some lads} {shouted homophobic abuse|yelled slurs} at {us|me and my boyfriend|me and my wife} {in|near} $centre',
      '{as a gay man I|my girlfriend and I|same-sex couples} {do not hold hands|hide who we are|get looks and comments} {in|around} $place',
    ],
    wish: ['{train|} {door staff|officers} {to deal with|should take seriously} homophobic abuse'],
    praise: [
      '{Pride|the Pride march} {felt safe|was well looked after} and {I felt proud to be gay here|nobody gave us any homophobic abuse}',
    ],
  },
  'hate-crime-transgender': {
    problem: [
      '{my trans daughter|my child, who is trans,|a trans friend} {is abused at the bus stop|gets threats|will not go out alone}',
      '{transphobia|transphobic abuse} {is never challenged|is everywhere online and in the street}',
    ],
    wish: ['{protect|listen to} trans {people|youngsters} {too|}'],
    praise: ['{my GP|the youth group} {respects|has been kind to} {me as a trans person|trans kids}'],
  },
  'hate-crime-disability': {
    problem: [
      '{kids|people|teenagers} {mock|laugh at|mimic} {my brother|my son|me} because {he is disabled|of my wheelchair|of autism}',
      'I {was called names|got abuse|had stones thrown at me} {because of my wheelchair|for being disabled|because I am blind} {in|near} $place',
      "so-called friends {take|took} {my sister's|his} {money|benefits} {because she has a learning disability|as he cannot say no}",
    ],
    wish: ['{take|treat} {disability hate crime|abuse of disabled people} {seriously|as a crime}'],
    praise: [
      'the bus driver {stopped|threw off} the lads who {mocked my disability|were abusing a disabled man}',
    ],
  },
  'exploitation-and-modern-slavery': {
    problem: [
      '{girls|young girls|vulnerable teenagers} {are being groomed|get groomed|are picked up} by older men {in|around} $centre',
      '{the|those} {car wash|nail bar|takeaway} workers {look like|must be} {modern slaves|trafficked|being exploited}',
      '{twelve men to a house|workers packed in one flat|a minibus at five in the morning} {in|near} $place and {none of them will talk|someone is making money out of them}',
    ],
    wish: [
      '{train|teach} {hotel staff|taxi drivers|teachers} to spot {grooming|exploitation|modern slavery}',
    ],
    praise: [
      'the {exploitation|missing children} team {found|helped} {my niece|a lad we know} {in time|who was being groomed}',
    ],
  },
};
