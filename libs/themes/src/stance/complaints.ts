import type { ReadWord } from '../context/segments.js';

/**
 * Complaints that name nothing bad: what was tried in vain, what has been so for too long, what goes on outside, what is asked for. Whole as
 * they stand; see coders/phrases.ts for the language.
 */
export const COMPLAINTS: string[] = [
  // In vain.
  'reported|rang|rung|called|phoned|emailed|written|wrote|complained|asked|told|contacted .. twice|times|repeatedly|again_and_again|over_and_over|for_months|for_years|for_weeks',
  'heard|got|get|getting|had|received nothing|nowhere|nowt|no_reply|no_answer|no_response|no_joy|no_feedback|no_further|passed_around|fobbed_off',
  'about|high time something|someone|somebody|they|the_council|the_police|we|you',
  'by now',
  "you'd|you_would think",
  "shouldn't|should_not|nobody_should|no_one_should have to",
  'anyone|anybody|nobody|people should have to',
  'live|living like this|that|animals',
  'i|we would|could|will move|leave tomorrow|away|out',
  "i'd|i_would|we'd|we_would move",
  'police|council|they|nobody|staff|landlord|housing do|does|did|done|doing nothing|nowt|sod_all|bugger_all',
  "don't|doesn't|didn't|do_not|does_not|did_not like|enjoy|agree",
  "never|isn't|not|hardly anyone|anybody|someone at|on|to",
  'had|having|have to ring|call|phone|ask|chase|email .. times|twice|again',
  "they|he|she|council|police said|promised|say they|he|she|it would|they'd|he'd",
  'was|were promised',
  'where does|do|has|is .. money|it|tax go|gone|going',
  'when|why are|will|is|can they|someone|somebody|the|we|this|it .. going|be|get|fix|do|come',
  'get|gets|getting|got away with',
  'where|what|when|as they like|want|please',
  "won't|doesn't|don't go away",
  'done|do|does|doing nothing|nowt|little|very_little about|to|with|for',
  'no place for',
  "isn't|aren't|not|no a|any? safe|secure|safer route|routes|crossing|crossings|space|spaces|way",
  'light|lights|lamps|cameras .. never|not on|working|lit',
  "isn't|not|never anywhere|anything|nowhere .. to go|do|sit|play",
  "don't|doesn't|didn't want to know",
  "wouldn't|don't|didn't|won't|can't_be|not bother|bothered reporting|ringing|calling|complaining|phoning|asking",
  'police|officers|wardens|pcso|pcsos|anyone|they|staff .. never|not|nowhere|rarely|seldom around|about|seen|to_be_seen|to_be_found|there',
  'used to have|be .. station|warden|wardens|police|policeman|officer|officers|club|clubs|patrols|lights|bus|toilets|shop|shops|caretaker|keeper|keepers',
  'all talk',
  'same old',
  'lip service',
  'just|only give|gave|get|got .. crime_number|reference_number',
  'by the time they|anyone|someone|the_police|police',
  "that's|it's|it|this|that|which not|isn't|ain't right|fair|acceptable|normal",
  "ain't|isn't right what|how|that|when",
  "it's|it_is|that's not|hardly on|good_enough",
  // For too long.
  'been out|off|down|missing|shut|closed|boarded_up|like_this|like_that .. weeks|months|years|ages|days|since',
  'light|lights|lamp|lamps|camera|cameras|cctv are|is|were|was|been|have_been|has_been|always|all|still? out|off|switched_off|turned_off|dead',
  // Outside.
  'up and down .. street|road|night|day|hours|here|estate|evening',
  'all hours',
  'hang|hangs|hanging|hung around|round|about|outside',
  'shooting|jacking up',
  'smell|stink|reek|smoking|smoke of? weed|cannabis|pot|drugs|spliffs',
  'weed|cannabis|pot smoking',
  'tried .. door|doors|handle|handles|window',
  // Asked for.
  'bring back',
  'could|can do with',
  'sort it|this|them|things|yourselves out',
  'do something about',
  'needs|need sorting|doing|fixing|cleaning|mending|repairing|clearing|looking_at|replacing|policing',
  'please can|could|do|fix|mend|repair|stop|bring|put|get|send|sort|clean|make|give|listen|consider|provide|install|turn|open|reopen|ban|move|remove',
  "wouldn't|would_not|won't hurt|harm|kill to|them|you|him|her|anyone",
  'would it hurt|kill',
];

const BIDS =
  /^(?:please )?(?:(?:cut|ban|stop|fix|mend|repair|install|remove|reopen|bring|sort|employ|hire|invest|enforce|replace|sweep|tackle|arrest|lock|close|listen|improve|reduce|increase|add|build|resurface|widen|patrol|grit|empty|collect|educate|punish|evict)\b|(?:get|give|put|make|turn|have|send|open|let|move|provide|clean) (?:rid|more|some|the|them|a|up|back|off|out|us|something|better|proper|people|it|this|that|these|those)\b)/;

/** Whether a sentence that begins at word `at` asks for something: "Cut the hedges". */
export function isRequest(words: readonly ReadWord[], at: number): boolean {
  if (at > 0 && words[at - 1]!.sentence === words[at]!.sentence) return false;
  const opening = words.slice(at, at + 3).map(({ text }) => text);
  return BIDS.test(opening.join(' '));
}
