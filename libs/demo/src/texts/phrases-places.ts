import type { PhraseBook } from './phrase-book.js';

/** Theft and fraud, roads, and the look of streets. */
export const places: PhraseBook = {
  'burglary-and-theft': {
    problem: [
      '{our shed|our garage|the house|my flat} was {broken into|burgled} {twice|last winter|while we were away}',
      '{van|car|bike|catalytic converter} {theft|thefts} {in|around} $place {are|is} {constant|through the roof}',
      '{someone|they|thieves} {stole|nicked|took} {my bike|tools from my van|parcels from the doorstep|my catalytic converter} {in|from} $place',
      '{people try car doors|somebody tries the handles} {up and down the street|at night} {and our camera shows it|}',
      '{burglaries|break-ins} {in|around} $place {frighten older people|have everyone on edge}',
    ],
    wish: [
      '{free|offer} {locks|alarms|property marking} {to pensioners|after a break-in|for sheds and bikes}',
      '{somewhere secure to lock bikes|bike hangars} {in|near} $centre {please|}',
    ],
    praise: [
      'since {the alley gates went in|we started neighbourhood watch} there have been {no burglaries|fewer break-ins}',
    ],
  },
  'business-and-retail-crime': {
    problem: [
      '{shoplifting|theft from shops|shop theft} {is out of control|happens every day|goes unpunished} {in|at} {$shop|$centre}',
      '{shop staff|the girls in the shop|my daughter works in retail and they} are {abused|threatened|scared} {daily|every shift}',
      '{they|people|the same faces} {walk out with baskets full|fill a bag with meat and coffee|help themselves} {at|in} $shop and {nobody stops them|staff just watch}',
      'my {café|salon|shop|business} {has been broken into|had the window put in} {three times|twice this year}',
    ],
    wish: [
      '{back up|support} {shop workers|small shops|retailers} {when they report theft|}',
      '{a business crime officer|radio link between shops} {for|in} $centre',
    ],
    praise: ['the {shop radio scheme|retail crime officer} {has really helped|works well}'],
  },
  'fraud-scams-and-cyber': {
    problem: [
      '{my mum|my dad|an elderly neighbour} {lost her savings|lost thousands|was taken in} {to a scam call|by a bank scam|by someone online}',
      '{scam texts|fraud calls|phishing emails|cold callers} {every day|all the time} and {nobody acts|older people get caught}',
      '{rogue traders|cowboy roofers|doorstep fraudsters} {target|prey on} {older people|widows} {in|around} $place',
      'my {account|Facebook|email} was hacked and {they asked my friends for money|the bank shrugged}',
    ],
    wish: [
      '{talks|classes|simple advice} for {older people|pensioners} {about|on} {scams|online fraud|staying safe online}',
    ],
    praise: ['the {scams talk|bank} {stopped me being caught|was very useful} {last month|}'],
  },
  'road-safety': {
    problem: [
      '{dangerous driving|reckless drivers|crazy driving} {in|around|through} $place {will get someone killed|is an accident waiting to happen}',
      '{there is no safe place to cross|we need a crossing|children take their lives in their hands crossing} {by the school|at $place|on the main road}',
      '{cars jump|drivers go through} the red lights {at|near} $place {all the time|}',
      '{a child|my neighbour|a cyclist} was {knocked down|hit by a car} {outside the school|near $place} {and still nothing changes|}',
    ],
    wish: [
      '{a|put in a} {zebra crossing|pelican crossing|lollipop person|traffic island} {near|by|at} {the school|$place}',
      'separate {cycle lanes|bike paths} {from traffic|} {along|near} $place',
    ],
    praise: ['the new crossing {at|near} $place {makes the walk to school safer|is a great help}'],
  },
  speeding: {
    problem: [
      '{cars|drivers|vans} {speed|race|bomb|fly} {down|along|through} {our road|$street} {at all hours|every evening|on the school run}',
      '{boy racers|modified cars|racers} {meet|gather} {in the car park|at the retail park|near $place} {every Friday|on Sundays|} and {race|do doughnuts}',
      '{our road|$street} is {used as a race track|treated like a motorway|a rat run at fifty}',
      'nobody {keeps to|sticks to} {thirty|twenty|the limit} {on|along} $street',
    ],
    wish: [
      '{speed cameras|speed humps|a 20 mph limit|a flashing speed sign|traffic calming} {on|along|for} $street',
      '{slow|calm} the traffic {on|along} $street',
    ],
    praise: ['the {20 mph zone|speed humps|camera} {on|along} $street {slowed people down|has worked}'],
  },
  parking: {
    problem: [
      '{cars parked|parking} {on the pavement|across drives|on double yellows|on the zigzags} {in|along|near} $place {force|forces} {wheelchairs|prams|buggies} into the road',
      '{parents|people} {park|dump their cars} {on the corner|on the zigzags|anywhere they like} at school time',
      '{the bin lorry|ambulances|a fire engine} could not get {through|down our street} because of {parked cars|bad parking}',
    ],
    wish: [
      "{traffic wardens|parking enforcement|residents' permits|double yellow lines} {on|for|near} $street",
    ],
    praise: ['the school street {stopped the parking chaos|works: no cars on the zigzags}'],
  },
  'e-scooters': {
    problem: [
      '{e-scooters|electric scooters|e-bikes|delivery riders on e-bikes} {fly|race|weave} along the pavement {in|near} {$centre|$place}',
      'I was {nearly hit|knocked flying|nearly knocked over} by {an e-scooter|an electric scooter|a kid on a scooter with a motor} {outside|near} $shop',
      '{two up on a scooter with no lights|silent scooters coming up behind you} {scare|frighten} {me with my stick|older people}',
    ],
    wish: [
      '{ban|seize|enforce the law on} {e-scooters|electric scooters}',
      'keep e-bikes {out of|off} {the pedestrian street|pavements}',
    ],
    praise: [
      '{since they seized a few|after the crackdown} there are {fewer|hardly any} e-scooters {on the pavement|}',
    ],
  },
  'drink-and-drug-driving': {
    problem: [
      '{drink driving|drug driving|drink and drug driving} {goes on every weekend|is common|is ignored} {round here|in $place}',
      '{people|the regulars} {drive home from the pub after a skinful|get in the car after five pints} {and everybody knows|}',
    ],
    wish: [
      '{breathalyse|stop and test} {drivers|people} {leaving pubs|on Saturday nights} for {drink driving|drink and drugs}',
    ],
    praise: ['good to see police {stopping|testing} {drink drivers|people for drug driving} at Christmas'],
  },
  'street-lighting-and-environment': {
    problem: [
      '$place {looks run down|feels neglected|has been let go|is so shabby}',
      '{overgrown hedges|weeds and brambles|bushes that need cutting} {along|on} the path {by|near} $park {make it feel unsafe|hide people|}',
      '{dirty|filthy|uncared-for} streets {in|around} $place {make the place feel unsafe|say nobody cares}',
    ],
    wish: ['{cut back|trim} the {bushes|hedges} {along|by} $park', '{smarten up|tidy up|invest in} $place'],
    praise: ['$place {looks so much better|is cleaner and brighter} {since the works|}'],
  },
  'street-lighting': {
    problem: [
      'the {street lights|streetlights|lamps|lights} {in|on|along} $street {go off at midnight|have been out for weeks|are too dim|do not work}',
      '{the alley|the underpass|the steps|the path} {by|near|behind} $place is {pitch black|unlit|so dark you cannot see your feet}',
      '{poor|bad|no} {street lighting|lighting} {in|around} {$place|$park} {makes me nervous|after the switch-off}',
      '{turning|switching} {lights off|the lights off|off street lamps} to save money {puts people at risk|is a false economy}',
    ],
    wish: [
      '{better|more|brighter} {lighting|street lights|lights} {in|along|by} {$park|$street|the underpass}',
      'leave the street lights on {all night|}',
    ],
    praise: ['the new {lights|LED lights|lighting} {in|along} $park {make a big difference|are excellent}'],
  },
  litter: {
    problem: [
      '{rubbish|litter} {everywhere|blowing about|all over the pavement} and {the bins overflow|nobody empties the bins} {in|around} $place',
      '{dog mess|dog poo|dog fouling} {all over|on} {the pavement|the grass|$park}',
      '{broken glass|takeaway boxes|nappies and cans} {on|in|across} {$park|the pavement near $shop}',
      '{seagulls|rats} {tear open|are at} the bin bags {every week|} {in|on} $street',
    ],
    wish: [
      '{more|bigger} {bins|litter bins|dog bins} {in|near} $park',
      '{fine|name and shame} people who {drop litter|do not pick up after their dogs}',
    ],
    praise: [
      'the {litter pickers|street cleaners|beach clean volunteers} {do a wonderful job|keep $place tidy}',
    ],
  },
  'fly-tipping': {
    problem: [
      '{fly-tipping|flytipping|fly tipping} {in|behind} {the back lane|the garages|$place} {every week|is never ending|}',
      "{mattresses|old sofas|fridges|builders' rubble} {dumped|left} {in the back lane|by the garages|at the end of $street}",
    ],
    wish: [
      '{cameras|covert cameras|bigger fines} for {fly-tippers|whoever is fly-tipping}',
      '{bring back|have} free {bulky waste|tip} {collections|days}',
    ],
    praise: ['the dumped {sofas|mattresses} {were collected|had gone} the {next day|same week}'],
  },
  'derelict-places': {
    problem: [
      'the {derelict|empty|boarded-up|burnt out} {pub|school|house|shop} {in|on|by} {$place|$street} {attracts trouble|is an eyesore|gets broken into}',
      '{so many|half the} {shops are boarded up|empty shops} {in|round} $centre',
      '{an abandoned car|that abandoned van|the wasteland} {on|near} $street has been there for {months|years}',
    ],
    wish: [
      '{do something with|knock down|find a use for|buy up} the {empty|derelict} {building|pub|shops} {in|on} $place',
    ],
    praise: [
      'turning the {derelict|empty} {building|shop} into {a café|flats|a community hub} {has lifted the street|was a great move}',
    ],
  },
  cctv: {
    problem: [
      'the {cameras|CCTV cameras|CCTV} {in|at|by} $place {never work|have been broken for a year|point the wrong way}',
      '{there is no CCTV|no cameras|not one camera} {in|near} {$park|the underpass|the car park}',
      '{I do not want|not happy about} {cameras watching us|more surveillance|CCTV} {everywhere|on every corner}',
    ],
    wish: ['{more|working|mobile|we need} {CCTV|cameras} {in|at|by} {$place|the underpass|$park}'],
    praise: ['the {CCTV|camera} {by|in} $place {caught who did it|has put them off}'],
  },
};
