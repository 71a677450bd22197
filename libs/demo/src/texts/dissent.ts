/**
 * What somebody says who disagrees with what most people ask for on a theme: a view against it, no praise. Patterns of grammar.ts, each a whole
 * comment without its full stop, which names its theme.
 */
export const DISSENT: Readonly<Record<string, readonly string[]>> = {
  'street-lighting': [
    'please do not put street lights {along every path|all over the park}; bats and sleep matter too, and it is dark at night for a reason',
    'the new street lights shine {straight|right} into {my bedroom|our bedrooms} until one, and I would rather have half of them switched off again',
  ],
  'safety-at-night': [
    'people make far too much of walking home at night; I {come off a late shift|walk back at two} and nobody has ever troubled me, so spend it elsewhere',
    'talk of being unsafe after dark only frightens people off the streets at night, and empty streets are what we should be worried about',
  ],
  'safety-on-transport': [
    'leave the late buses as they are: they run half empty, and feeling unsafe at the bus stop is no reason to pay for more of them',
    'I do not want guards on every bus at night; it makes the rest of us who travel feel watched for the sake of a few',
  ],
  'safety-of-women-and-girls': [
    'please stop telling women which streets to keep off at night; plans for women and girls should be about the men, not about our way home',
    'as a woman I do not want pink taxis and safe zones for women and girls; I want the same streets as everybody else',
  ],
  'night-time-violence': [
    'marshals by the taxi ranks are not needed: fights outside the clubs at closing time are few, and we who work there see them end by themselves',
    'closing the clubs earlier because of fights at night would only move the trouble into our streets, so please leave the hours as they are',
  ],
  'street-drinking': [
    'do not ban drinking in the street: moving street drinkers on hides people who need help and only makes us feel better',
    "the people drinking on the benches are somebody's sons and do no harm; a ban on street drinking is for the look of it",
  ],
  'homelessness-and-begging': [
    'leave the people who beg where they are: begging is not the problem, and fining somebody who is homeless helps nobody',
  ],
  'off-road-bikes': [
    'do not crush the off-road bikes: these lads have nowhere to ride, and a track would do more than chasing them ever did',
    'I would sooner hear an off-road bike on the field than have barriers that keep my mobility scooter out of the park',
  ],
  litter: [
    'there are bins enough; people should take their litter home instead of asking the council to empty bins twice a day',
    'more litter bins will not help: they draw gulls and more litter, and I would take half of them away',
  ],
  'fly-tipping': [
    'cameras against fly-tipping are money thrown away; make the tip free and open late and nobody would dump anything',
  ],
  speeding: [
    'twenty miles an hour on every road is too slow; speeding is not what is wrong here and I do not want more of it',
    'please no more speed cameras: drivers brake and speed up again, and the money would mend the road instead',
  ],
  'road-safety': [
    'speed bumps make the road worse and not safer; take them out again before you put in any more for road safety',
  ],
  parking: [
    'parking should cost more in the evening and not less: free parking fills the streets with cars and we who walk pay for it',
    "I am against permits for residents' parking; the street belongs to everybody and visitors must leave their cars somewhere",
  ],
  cctv: [
    'no more CCTV please: I do not want to be filmed on my way to the shops, and cameras never stopped anybody',
    'take the CCTV cameras down in the park; people who sit there have done nothing and should not be watched',
  ],
  'police-visibility': [
    'more police on foot is not what we need; patrols round here make it feel like a place to be afraid of',
    'I would rather have fewer police patrols and more youth workers: an officer walking past changes nothing',
  ],
  'police-response': [
    'the police should not come out to every call: most of what people ring about is not for the police at all, and slow is fine by me',
  ],
  policing: [
    'we do not need more policing; spend it on people before they get into trouble and there would be less for the police to do',
  ],
  'trust-in-police': [
    'people are too hard on the police: trust is lost by what is said about officers, not by what they do, in my experience',
  ],
  'barriers-to-reporting-and-feedback': [
    'do not make it still easier to report things: half of what gets reported is neighbours telling on neighbours',
  ],
  'anti-social-behaviour': [
    'what you call anti-social behaviour is young people being outside; orders and wardens against it make them feel unwanted',
  ],
  'activities-for-young-people': [
    'another youth club will not change anything; parents should be asked first what their children do, and it costs them nothing',
    'nothing for young people to do is an excuse: there are clubs that nobody goes to, so please do not open more of them',
  ],
  'behaviour-of-young-people': [
    'leave the teenagers alone: they are loud and that is all, and we were no better when we were young people',
  ],
  'drug-dealing': [
    'raids on drug dealers only move the dealing to the next street; I am against more of them and for treatment on the spot',
  ],
  'knife-crime': [
    'knife arches in schools are the wrong answer to knife crime: they tell every child that they should be carrying one',
  ],
  'needles-and-drug-litter': [
    'please put no needle bins in our street: a box for needles draws people who use drugs to where children play',
  ],
  'substance-misuse-and-treatment': [
    'I do not agree that drug and alcohol treatment should come into every surgery; keep it in one place where they know what they do',
  ],
  'hate-crime': [
    'more places to report hate crime are not what we asked for; we want neighbours who speak up when it happens',
  ],
  'mental-health-and-vulnerability': [
    'a mental health nurse at the emergency door is the wrong place: people in crisis should not have to come to hospital at all',
  ],
  'council-and-partner-services': [
    'please do not move appointments to the evening: the council and the surgery should be open when the buses run',
    'I am against more services on-line and also against more offices; what the council has should be kept as it is',
  ],
};
