/**
 * Words of degree as British forms use them, each with its weight: 6 is the word without any, 9 the utmost, 2 next to
 * nothing. Two of one weight are in no certain order, so that a list which uses both is none. Sources: docs/glossary.md, "scale".
 */
export const DEGREES: Readonly<Record<number, string>> = {
  9: 'completely|totally|entirely|absolutely|fully|wholly|perfectly|all|all of it|all of them|everything|in full',
  8: 'extremely|exceptionally|incredibly|a great deal|a very great deal|a great deal of|a huge amount|a huge amount of|to a very great extent|to a very large extent|without (?:a )?doubt',
  7.2: 'very much|very strongly|most of it|most of them|most|very significantly',
  7: 'very|highly|strongly|definitely|certainly|really|much|far|a lot|lots|a lot of|lots of|significantly|considerably|substantially|greatly|deeply|dramatically|markedly|to a great extent|to a large extent|so much|large|very big|very large|very serious|always',
  6.5: 'a big|big|a major|major|a serious|serious|a significant|significant',
  5.6: 'mostly|mainly|largely|generally|usually|for the most part|on the whole|quite a lot|quite a bit|quite a lot of|quite a bit of|a good deal|a good deal of|most of the time|fairly big|quite big|fairly serious|quite serious',
  5: 'fairly|quite|reasonably|rather|pretty|a fair amount|a fair amount of|tend to|probably|to a fair extent|inclined to',
  4.8: 'moderately|moderate|a moderate|a moderate amount|a moderate amount of|to a moderate extent',
  4: 'somewhat|partly|partially|partial|in part|to some extent|to a certain extent|some|some of it|some of them|sort of|kind of|in some ways|sometimes|some of the time|with (?:some )?(?:changes|reservations|conditions|concerns)|conditionally',
  3.5: 'possibly',
  3: 'slightly|a little|a bit|a little bit|a little of|a bit of|a bit of a|a small amount|a small amount of|to a small extent|to a limited extent|to a slight extent|a few|a few of them|marginally|minimally|a small|small|a minor|minor|a slight|slight|limited',
  2: 'very slightly|very little|very little of|only a little|only slightly|a tiny bit|to a very small extent|very few|few|little|a very small|very small|very minor|a very minor',
};

/** Behind a "not": "not very safe" is less than any degree of safe and more than none. */
export const SLIGHT_NOT =
  'very|particularly|especially|so|really|that|all that|too|much|very much|a lot|great|overly|terribly|quite|often|always|many|a very big|a big|very big|a great deal|a great deal of';

/** What stands in the middle of a scale, whatever it asks. */
export const MIDDLE =
  /^(neither( .*)?|neutral( .*)?|no (change|difference|effect|impact either way)|unchanged|not changed|has(n'?t| not) changed|((stay(ed)?|remain(ed)?|been|about|broadly|much|just|roughly|more or less|is|it'?s|the) )*same( .*)?|no (different|better or worse|better and no worse)|(about|just) right|right|in between|in the middle|mixed|a mixture|mixed feelings|no feelings? either way|no strong (views?|feelings?|opinions?)( either way)?|it (depends|varies)|as (expected|usual|before)|(might|may) or (might|may) not|maybe|perhaps|so-?so|about average|sometimes (yes )?sometimes no(t)?|50\/50)$/;

/** What is one end of a scale and what the other: the first of each pair comes first. Words within an end mean the same. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ['good', 'poor|bad'],
  ['safe', 'unsafe'],
  ['satisfied', 'dissatisfied|unsatisfied'],
  ['happy', 'unhappy|sad'],
  ['easy', 'difficult|hard'],
  ['easily', 'with difficulty'],
  ['likely', 'unlikely'],
  ['important', 'unimportant'],
  ['agree', 'disagree'],
  ['support|in favour|favour|for|supportive', 'oppose|object|against|opposed|unsupportive'],
  ['approve', 'disapprove'],
  ['like', 'dislike'],
  ['clear', 'unclear|confusing'],
  ['confident', 'unconfident'],
  ['comfortable', 'uncomfortable'],
  ['positive|positively', 'negative|negatively'],
  ['useful', 'useless'],
  ['helpful', 'unhelpful'],
  ['clean', 'dirty'],
  ['well', 'badly|poorly'],
  ['strong', 'weak'],
  ['true', 'false|untrue'],
  ['fair', 'unfair'],
  ['effective', 'ineffective'],
  ['acceptable', 'unacceptable'],
  ['quick|fast', 'slow'],
  ['quickly', 'slowly'],
  ['high', 'low'],
  ['optimistic', 'pessimistic'],
  ['friendly', 'unfriendly'],
  ['welcoming', 'unwelcoming'],
  ['light', 'heavy'],
  ['quiet', 'noisy'],
  ['calm', 'busy'],
  ['expensive', 'cheap'],
  ['would|yes|i would', 'would not|wouldn\'t|no|i would not|i wouldn\'t'],
  ['will', 'will not|won\'t'],
  ['better|improved|improvement', 'worse|worsened|deteriorated|declined|got worse'],
  ['increased|increase|gone up|risen|up', 'decreased|decrease|reduced|gone down|fallen|down'],
  ['easier', 'harder|more difficult'],
  ['cheaper', 'dearer|more expensive'],
  ['higher', 'lower'],
  ['faster|quicker', 'slower'],
  ['bigger|larger', 'smaller'],
  ['longer', 'shorter'],
  ['cleaner', 'dirtier'],
  ['quieter', 'noisier|busier'],
  ['stronger', 'weaker'],
  ['happier', 'unhappier'],
  ['above', 'below'],
  ['exceeded', 'fell short of'],
  ['too much|too many', 'too little|too few|not enough'],
  ['too high', 'too low|not high enough'],
  ['too long', 'too short|not long enough'],
  ['too fast|too quick', 'too slow|not fast enough'],
  ['too big|too large', 'too small|not big enough'],
  ['too early', 'too late'],
  ['too often', 'not often enough|too rarely'],
  ['too hot', 'too cold'],
  ['too loud', 'too quiet'],
  ['too strict', 'too lenient|not strict enough'],
  ['too wide', 'too narrow'],
  ['too bright', 'too dark'],
  ['too expensive', 'too cheap'],
]; // prettier-ignore

/** Words that hold their degree in themselves, by the first word of their end. */
export const BY_THEMSELVES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  good: {
    outstanding: 8.5, excellent: 8.5, exceptional: 8.5, fantastic: 8.2, brilliant: 8.2, great: 7.2,
    satisfactory: 4, acceptable: 4, adequate: 4, ok: 1.8, okay: 1.8, average: 1.8, fair: 1.8, alright: 1.8, 'all right': 1.8,
    'needs improvement': 0.9, 'requires improvement': 0.9, 'could be better': 0.9, 'could do better': 0.9,
    inadequate: -6.5, terrible: -8.5, awful: -8.5, dreadful: -8.5, appalling: -8.5,
  },
  important: { essential: 8.5, vital: 8.5, critical: 8.5 },
  likely: { certain: 8.5 },
  like: { love: 8.5, hate: -8.5 },
  happy: { delighted: 8.5 },
  high: { medium: 1.8, moderate: 1.8, middling: 1.8 },
  support: { 'support in principle': 4 },
  'too much': { enough: 1.8, 'the right amount': 1.8, 'about enough': 1.8 },
}; // prettier-ignore

/** What forms ask the degree of that has no opposite of its own: "not at all concerned" is its lowest. */
export const ONE_SIDED: ReadonlySet<string> = new Set(
  (
    'concerned|worried|anxious|aware|informed|well informed|interested|familiar|knowledgeable|involved|engaged|connected|attached|proud|' +
    'lonely|isolated|stressed|valued|respected|supported|listened to|included|welcome|accessible|affordable|reliable|relevant|convenient|' +
    'necessary|appropriate|prepared|willing|motivated|trusting|trustworthy|caring|professional|responsive|accurate|thorough|serious|' +
    'severe|seriously|strongly|closely|often|severely|big problem|problem|a problem|impact|trust|confidence|influence|pride|met|achieved|enough'
  ).split('|'),
);
