import type { Mark } from './marks.js';
import { AHEAD, hasBefore, wordOf, type Scope } from './scope.js';

const SUBJECT = /^(?:i|i'm|we|you|he|she|they|it|it's|people|nobody|women)$/;
/** "The lack of lighting makes me feel unsafe". */
const CAUSES = /^(?:makes?|made|leaves?|left|means|causes?|gets?|is|are|was|were)$/;
/** What stands between "no" and fear that it denies: "no reason to be afraid"; but "no lights scare people". */
const NO_CAUSE =
  /^(?:reason|reasons|need|cause|to|be|feel|feeling|real|any|i|we|you|longer|great|particular|sense|of|experience|memory|recollection|occasion|occasions|chance|question|risk|danger|atmosphere|climate|culture|major|more|such|ever|one|has|here|who|why|anyone|people|that|should|would|place|places|way|is|at|all|time|felt|point|did)$/;
const NO_PART = /^(?:part|one|place|area|thing|person|road|street|time|corner)s?$/;

/** The denials that reach what is named, in the order of the text. */
export function denialsOf(scope: Scope, good: boolean): Mark[] {
  const { words, before, from } = scope;
  const follows = (at: number, ways: RegExp): boolean =>
    before.some((mark, place) => place < at && ways.test(wordOf(scope, mark)));
  return before.filter((mark, at) => {
    const word = wordOf(scope, mark);
    // "Neither safe nor welcome", "I couldn't feel less safe": one denial.
    if (word === 'nor' && follows(at, /^neither$/)) return false;
    if (word === 'less' && good && follows(at, /^(?:couldn't|can't|cannot|never)$/)) return false;
    // "If it wasn't for the dog I wouldn't go out".
    if (word === 'if' && scope.own) return false;
    if (mark.kind !== 'denies' && mark.kind !== 'lacks') return false;
    const between = words.slice(mark.to, from).map(({ text }) => text);
    if (mark.kind === 'lacks')
      return between.length <= 4 && !between.some((one) => SUBJECT.test(one) || CAUSES.test(one));
    if (word !== 'no' || mark.to - mark.from > 1 || good || NO_PART.test(between[0] ?? '')) return true;
    return between.every((one) => NO_CAUSE.test(one));
  });
}

const COMPARED = /^(?:so|as|safer|happier|better|more|such|half)$/;
const SEEKS =
  /^(?:won't|wouldn't|can't|couldn't|cannot|not|don't) (?:find|get|ask|think|imagine|name|beat|wish|know)$/;

/** "Never felt safer", "nowhere else I feel as safe", "couldn't be happier"; "never felt so unsafe": the strongest there is. */
export function isHighest({ words, from, to }: Scope, denials: readonly Mark[]): boolean {
  const near = words.slice(Math.max(0, from - 1), to).map(({ text }) => text);
  if (!near.some((word) => COMPARED.test(word))) return false;
  const first = denials[0]!.from;
  const said = words.slice(first, to).map(({ text }) => text);
  if (said.some((word) => /^(?:any|much|longer|quite|nearly)$/.test(word))) return false;
  if (said[0] === 'nowhere' && said[1] === 'near') return false;
  if (
    near.some((word, at) => /^(?:anywhere|nowhere|anyone)$/.test(word) && COMPARED.test(near[at + 1] ?? ''))
  )
    return true;
  if (SEEKS.test(said.slice(0, 2).join(' ')) || /^struggle to (?:find|name|think)\b/.test(said.join(' ')))
    return true;
  if (said[0] === 'few' && said.includes('safer')) return true;
  if (/^(?:not many|few) (?:places|areas|streets|towns)\b.* (?:as|so)\b/.test(said.join(' '))) return true;
  if (said.includes('than') && !said.includes('never')) return false;
  if (/^(?:never|couldn't|can't|cannot|nowhere)$/.test(said[0]!)) return true;
  if (said[0] === 'not' && words[first - 1]?.text === 'could') return true;
  return /^(?:nobody|nothing|there's nowhere) else|^no (?:where|one|other)/.test(said.slice(0, 2).join(' '));
}

const GONE_AFTER = new RegExp(
  [
    String.raw`^(?:\S+ ){0,2}?(?:has|have|is|are|was|were|had|been) (?:all |long |now |just |totally |completely )?(?:gone|disappeared|vanished|evaporated|lost|destroyed|shattered|faded|lifted|passed|eased|subsided|unfounded|groundless|misplaced|overblown|exaggerated|needless)\b`,
    String.raw`^(?:is|was|feels|seems|has become) (?:now |just |like |only )*(?:a|the|some) (?:luxury|dream|distant|thing of the past|last (?:word|thing)|joke|fantasy|memory)\b`,
    String.raw`^is something (?:\S+ ){1,3}(?:not|never|haven't|don't)\b`,
    String.raw`^(?:isn't|is not|wasn't|was not|aren't|never) (?:really |exactly )?(?:something|the word|a word|how|what)\b`,
    String.raw`\b(?:is|are|was) (?:complete |utter |total |absolute |just |simply )*(?:strange|alien|foreign|unknown|unheard|nonsense|rubbish|wrong|untrue|unfair|ridiculous|a (?:myth|lie))\b`,
    String.raw`\bthan (?:i do |i am |i feel |it is )?(?:in |on |at |round |around )?(?:here|this (?:place|one|area|estate|street)|where (?:i|we) live)\b`,
    String.raw`^(?:it|that|they|this) (?:is not|are not|isn't|aren't|ain't)$`,
  ].join('|'),
);

/** "The fear has gone", "safe is the last word I would use", "feeling safe is a luxury", "safe nowhere": denied by what comes after. */
export const isDeniedAfter = ({ ahead, own }: Scope, denied: boolean): boolean =>
  GONE_AFTER.test(ahead) || endsInNo(ahead) || (!own && !denied && NO_MORE.test(ahead));

/** "I feel safe nowhere"; but "I don't go out no more" is one denial. */
const NO_MORE = /^(?:nowhere|never(?! (?:go|goes|went|leaves?|left|stops?|ends?)\b)|no more|no longer)\b/;

/** "Safe crossing the road no". */
const endsInNo = (ahead: string): boolean => /(?:^| )no$/.test(ahead) && ahead.split(' ').length < AHEAD;

/** Whether others say so, and nothing between denies it. */
export function isClaimed(scope: Scope, denials: readonly Mark[]): boolean {
  if (!hasBefore(scope, 'claimed')) return false;
  const claim = scope.before.findLast(({ kind }) => kind === 'claimed')!;
  return !denials.some((mark) => mark.from > claim.from);
}
