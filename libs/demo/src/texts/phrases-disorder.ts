import type { PhraseBook } from './phrase-book.js';

/** Anti-social behaviour, drugs, and help with drugs and alcohol. */
export const disorder: PhraseBook = {
  'anti-social-behaviour': {
    problem: [
      '{there is|we get|I see} {so much|far too much|constant|a lot of} {anti-social behaviour|antisocial behaviour|ASB} {in|around|near} $place',
      '{the|all this} {anti-social behaviour|ASB|nuisance behaviour} {in|round} $place {makes life a misery|has to stop|is grinding people down|never lets up}',
      '{people have no respect|nobody respects anything|there is no consideration for others} {any more|these days|here} and it spoils $place {for everyone|}',
      '{low level|everyday} nuisance {in|round} $place {is wearing us out|goes unchallenged|has become normal}',
    ],
    wish: [
      '{please|can somebody} {tackle|deal with|get on top of} the {ASB|anti-social behaviour} {in|around} $place',
      '{use|bring in|enforce} {the powers you have on ASB|a dispersal order|community protection notices|acceptable behaviour contracts}',
    ],
    praise: [
      '{ASB|anti-social behaviour} {in|around} $place {has dropped|is much better|has calmed down} {since last year|lately|}',
    ],
  },
  'noise-and-neighbours': {
    problem: [
      '{the neighbours|the people next door|the flat above|the house opposite} {play loud music|have the music blaring|party} {until three in the morning|every weekend|all night|at all hours}',
      '{constant|endless} {shouting and banging|rows and slammed doors|dogs barking} {from next door|through the walls|half the night}',
      'the {neighbour|bloke upstairs|student house next door} {is a nightmare|makes my life hell|will not turn it down}',
      '{my windows rattle|I lie awake|nobody in our block sleeps} {with the bass|because of the racket|till gone two} {most nights|on Fridays|}',
      '{a dispute|an argument|trouble} with {my neighbours|next door} over {noise|the fence|bins|barking} {has dragged on for months|keeps flaring up}',
    ],
    wish: [
      '{the noise team should|someone ought to|please} {come out at weekends|answer calls at night|measure the noise in our block}',
      '{mediation|some sort of mediation|a mediator} for neighbours who {fall out|cannot get on} would {help|be good}',
    ],
    praise: [
      'the {noise|racket} from {next door|the flats} {stopped|has stopped} after the {council|housing officer} {stepped in|wrote to them}',
    ],
  },
  'groups-and-intimidation': {
    problem: [
      '{gangs|groups|crowds} {hang around|gather|loiter} {outside|by|near} $shop and {intimidate|shout at|stare down|swear at} {people|shoppers|anyone who walks past}',
      'I {do not like|hate|avoid} walking past {the group|the gang|that crowd} {outside|by} $shop {in the evening|after school|}',
      '{large|big} groups {take over|congregate in|gather at} $park and {it is|they are} {intimidating|threatening|very off-putting}',
      '{you have to run the gauntlet|I cross the road|older people wait for the next bus} {to get past them|because of who is standing} by $shop',
      '{men|people} {shouting abuse|hurling insults} at {passers-by|us} {in|near} $centre',
    ],
    wish: [
      '{move on|disperse|break up} the {groups|gangs} {outside|by|near} $shop',
      '{somebody|an officer|a warden} should {talk to|engage with} the groups {that gather|} {in|at} $park',
    ],
    praise: ['the {groups|gangs} {outside|by} $shop have {moved on|gone|stopped being a problem}'],
  },
  'street-drinking': {
    problem: [
      '{street drinkers|drinkers|drunks} {sit|lie about|congregate} {on the benches|on the steps|by the toilets} {in|at|near} $park {all day|from first thing|most days}',
      '{drunk|drunken|paralytic} people {in|around} $centre {put me off shopping|frighten the children|beg for change} {in the middle of the day|}',
      '{cans and bottles everywhere|empty cider cans on every bench|people drinking from cans} {in|at} $park {by lunchtime|every day|}',
      'the {drinking|boozing} {in|at} $park {is getting worse|starts before nine|needs sorting}',
    ],
    wish: [
      '{an alcohol-free zone|a ban on drinking in public|proper enforcement of the no-drinking order} {in|for} $park {please|would help}',
      '{take|confiscate} {cans|alcohol|drink} off people {in|around} $centre',
    ],
    praise: [
      '{fewer|hardly any} {drinkers|street drinkers} {in|at} $park {now|this summer} {and it is lovely|}',
    ],
  },
  'off-road-bikes': {
    problem: [
      '{off-road bikes|dirt bikes|scramblers|quad bikes|motorbikes} {tear up|churn up|race round|ruin} $park {every weekend|on summer evenings|night and day}',
      '{lads|kids|young lads} on {motorbikes|mopeds|quads|off road bikes} {with no helmets|in balaclavas|without plates} {roar along|use} the {footpath|cycle path|lane} {by|behind|near} $park',
      'the {noise of|din from} {bikes|scramblers|mini motos} {on|over} $park {drives me mad|is unbearable|can be heard for miles}',
      '{my dog was nearly hit by|I had to jump out of the way of|they pull wheelies on} {an off-road bike|a scrambler|motorbikes} {in|at} $park',
    ],
    wish: [
      '{put up|install|fit} {barriers|gates|boulders} to {stop|keep} {the|} bikes {getting onto|out of|off} $park',
      '{seize|crush|confiscate} the {bikes|quads|scramblers}',
    ],
    praise: [
      '{the police operation against|since the police seized} the off-road bikes {worked|things are quieter}',
    ],
  },
  'vandalism-and-graffiti': {
    problem: [
      '{graffiti|tagging|spray paint} {all over|covering|on} the {underpass|shutters|walls|bus shelter} {in|near} $place',
      'the {bus shelter|playground|phone box|benches} {in|at|by} $place {has been smashed|gets wrecked|was vandalised} {again|within a week|}',
      '{someone|somebody} {scratched|keyed|kicked the mirror off|smashed the window of} my car {outside the house|in $place|overnight}',
      '{bins|wheelie bins|a bin} {set on fire|set alight|burned} {in|behind} $place {again|last week|}',
      '{mindless vandalism|criminal damage|vandals} {in|at} $park {costs a fortune|spoil it for children}',
    ],
    wish: [
      '{clean off|remove|paint over} the graffiti {in|around} $place {quickly|within a day or two|}',
      '{repair|mend|replace} the {playground|shelter|benches} {in|at} $park {that vandals broke|after the damage}',
    ],
    praise: ['the {graffiti|tagging} {in|around} $place was {cleaned off|removed} {quickly|in days}'],
  },
  fireworks: {
    problem: [
      '{fireworks|bangers|rockets} {let off|going off} {for weeks|every night|at midnight} {around|in} $place {and the dog is terrified|and the cat hides|}',
      '{kids|youths|they} {throwing|aiming|letting off} {fireworks|bangers} {at|near} {buses|people|houses|cars} {in|by} $place',
      '{from October to New Year|weeks before bonfire night} it {sounds like a war zone|is bang after bang} {round here|in $place}',
    ],
    wish: [
      '{ban|stop} {shops selling|the sale of} fireworks {to the public|}',
      '{only have|keep to} organised {fireworks|displays}',
    ],
    praise: ['{there were fewer fireworks|bonfire night was quieter} {this year|than last year}'],
  },
  drugs: {
    problem: [
      '{drugs are|drug crime is} {the biggest problem|a huge problem|everywhere|out of control} {in|around} $place',
      '{there is|I see} {too much|so much|a lot of} {drug activity|drug crime|drug related crime} {in|near} $place',
      '{drugs|the drug problem} {ruined|has ruined|is ruining} {this area|our estate|$place}',
    ],
    wish: [
      '{get|keep} drugs {out of|away from} {our estate|$place|our schools}',
      '{do more|take action} {about|on} drugs',
    ],
    praise: ['{the drug problem|drug crime} {in|around} $place is {less|not as bad} {than it was|}'],
  },
  'drug-dealing': {
    problem: [
      '{dealers|drug dealers} {work|operate|trade} {openly|in broad daylight|all day} {from|in|near} {the car park|the alley|$park|$shop}',
      '{you can see|I watch|everyone sees} {deals|drugs being sold|dealing} {outside|from a car in|by} {the school|$shop|$place}',
      '{cars pull up|people come and go|hooded lads on bikes stop} {for two minutes|at all hours|every ten minutes} {at the house opposite|at the end of our road} {and we all know why|to buy drugs|}',
      '{a known dealer|the dealer} {lives|has moved in} {next door|on our street|in our block} {and nothing happens|}',
      '{dealing|drug dealing|selling drugs} {in|around} $place is {blatant|non-stop|done in front of children}',
    ],
    wish: [
      '{arrest|go after|shut down|evict} the {dealers|drug dealers} {in|around} $place',
      "{raid|close} the {drug house|dealer's flat} {on our street|}",
    ],
    praise: ['the {raid|warrant|closure order} on the {drug house|dealers} {made a real difference|worked}'],
  },
  'drug-use-in-public': {
    problem: [
      '{the stairwell|the whole street|our landing|the lift} {stinks|reeks} of {weed|cannabis|skunk} {every day|all the time|}',
      '{people|addicts|users} {injecting|smoking crack|taking drugs|shooting up} {in|behind} {the toilets|$park|the car park} {in broad daylight|in front of children|}',
      "{you cannot|I can't} {walk through|take the kids to|sit in} $park without {smelling cannabis|smelling weed|seeing someone off their head}",
      '{laughing gas|nitrous|balloons and canisters} {in|all over} $park {on Saturday mornings|every weekend}',
    ],
    wish: [
      '{stop|do something about} {people|} {smoking weed|taking drugs} in {the stairwells|$park|front of families}',
    ],
    praise: ['{I no longer|you hardly} smell {weed|cannabis} {in|round} $place'],
  },
  'county-lines-and-cuckooing': {
    problem: [
      '{the flat|a flat|the lad} {next door|downstairs|on our landing} {has been cuckooed|was taken over by dealers from away}',
      '{county lines|out of town} {gangs|dealers} {use|are using|recruit} {kids|children|teenagers} {as runners|to carry drugs|to sell for them} {in|around} $place',
      '{dealers from London|gangs from up country} {move in on|prey on|take over the homes of} {vulnerable people|people with learning difficulties|lonely people} {in $place|}',
    ],
    wish: [
      '{teach|warn} {children|parents|schools} about {county lines|cuckooing|being used by gangs}',
      '{check on|look out for} {vulnerable|isolated} tenants who {may be cuckooed|have strangers in their flat}',
    ],
    praise: [
      '{housing and police|the team} {acted fast|were brilliant} when {my neighbour was cuckooed|county lines dealers moved in}',
    ],
  },
  'needles-and-drug-litter': {
    problem: [
      '{I found|we keep finding|there are|my child picked up} {needles|syringes|used needles|a needle} {in|by} {the play area|the alley|$park|the bushes}',
      '{foil, pipes and needles|sharps|drug paraphernalia} {left|dumped} {in|behind} {the doorway|the car park|$park}',
      '{every morning|most days} I {sweep up|step over} {silver canisters|syringes|foil and needles} {outside|by} {my door|$shop}',
    ],
    wish: [
      '{more|put in} {sharps bins|needle bins} {in|near} $park',
      '{clear|collect} {needles|sharps} {more often|every morning}',
    ],
    praise: ['the {needle|sharps} team {came within the hour|cleared the alley quickly}'],
  },
  'substance-misuse-and-treatment': {
    problem: [
      "{there is|there's} {not enough|no|hardly any} {help|support} for {people with addiction|addicts|anyone with a drink problem}",
      '{waiting lists for|the wait for} {rehab|detox|recovery services|drug treatment} {are|is} {far too long|months|a scandal}',
      '{my son|my brother|a friend of mine} {is an addict|is dependent on alcohol|has been using for years} and {cannot get|was refused|keeps being sent away from} {treatment|rehab|help}',
      '{alcohol|addiction} {is destroying|has torn apart} {families|my family} {and nobody joins things up|}',
    ],
    wish: [
      '{treat|see} {addiction|drug use} as {a health issue|an illness}{, not a crime|}',
      '{fund|we need} {more rehab places|recovery workers|a proper detox unit|peer support for people in recovery}',
    ],
    praise: [
      'the recovery {service|group|workers} {saved my life|got me sober|helped my brother} {and I am grateful|}',
      '{twelve months|two years} {clean|sober} thanks to {the recovery group|my key worker}',
    ],
  },
};
