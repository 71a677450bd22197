/** What a sentence does: it says what should be done, or why; null: neither, as far as rules tell. */
export type Saying = 'proposal' | 'reason';

/** What should be done, wherever it stands. `should have` tells of what was not. */
const DUTY =
  /\b(?:should(?! (?:[iI]|you|we|they)\b)|ought to|must)(?! (?:have|of) (?:been|had|done|told|\w+ed)\b)|\b(?:needs?|has|have) to be\b|\b[Ww]e(?:'d| would)? (?:really |all |also )?need\b|\b(?:[A-Z]\w+|they|there|council|city|town|government|police|people|everyone|it|that|this|which|area|properties|parks|roads|schools|locals|it) (?:really |also |still )?needs? (?:to |more |better |a |an |some |new |lots? |less |fewer |proper )|\b(?:is|are|'s) (?:really |badly |still )?(?:needed|required)\b/;
const WISH =
  /\b(?:would|'d) (?:really |also )?(?:like|love|prefer)(?! to (?:thank|say|recommend))\b|\bi (?:wish|hope|want|suggest|propose)\b|\b(?:my|our) (?:hope|wish|suggestion|improvement|idea)\b|^hope (?:that|we|the|to)\b|\b(?:would|might|could) be (?:very |really |much |so |a lot |even )?(?:good|nice|better|best|great|helpful|useful|lovely|ideal|beneficial|improved)\b(?!.*\bif i\b)|\bplease\b(?! (?:thank|to\b|with\b))|\b(?:could|can) (?:you|we|they|the \w+|someone|somebody)\b(?!'?t)|^(?:let['’]?s|let us|why not|what about|how about)\b|\bit is (?:my|our) hope\b|\bis to (?:incentivise|build|make|give|allow|invest|stop|have)\b/i;
/** Verbs with which a sentence bids, where nothing stands before them. */
const BIDS =
  /^(?:(?:also|and|just|simply|yes|no|maybe|perhaps|definitely|absolutely|please)[, ]+)*(?:don['’]?t |do not |never |always )?(?:add|adopt|allow|arrange|ask|ban|block|bring|build|cap|change|check|clean|clear|close|consider|create|cut|deliver|develop|do more|educate|employ|enable|encourage|enforce|ensure|establish|expand|extend|fine|fix|force|fund|get|give|have (?:a|an|more|some|better)|hire|implement|improve|incentivi[sz]e|include|increase|inform|install|introduce|invest|involve|isolate|keep (?!in touch|up the|it up|the good)|legislate|limit|listen|lower the|make|mend|minimi[sz]e|move|offer|open|place|plant|preserve|prevent|prioriti[sz]e|prohibit|promote|protect|provide|publish|put|raise|recognise|reduce|regulate|remove|repair|replace|require|restore|restrict|return|review|scrap|set up|show|slow|speed up|start|stop|tackle|tax|teach|train|treat|turn|use|work with)\b(?! (?:and|me|us|you|him|her|of|from|at ease|i|was|is|are|were|and friendly)\b)/i;
/** More of something that is not there, without a verb. */
const MORE =
  /^(?:(?:perhaps|maybe|just|a|some|much) )*(?:more|better|fewer|less|longer|shorter|cheaper|quicker|faster|earlier|mandatory|compulsory|stricter|tougher|stronger)\b(?! than\b)(?! (?:or less|and more|importantly)\b)(?!.* (?:is|are|was|were|will|would|has|have|had)\b)/i;

/** Why: cause, effect, purpose. */
const WHY =
  /\b(?:because|'cos|cuz|due to|owing to|thanks to|therefore|hence|as a result|the reason|that['’]?s why|this is why|which means|that means|this means|meaning that|in order to|so that|leads? to|leading to|would lead|results? in|resulting in|causes?|prevents? (?:us|me|people|them)|makes? it (?:hard|easy|difficult|impossible|seem|look)|makes? \w+ (?:seem|feel unsafe|look))\b|^(?:since|as) (?:there|it|the|i|we|they)\b|, (?:as|since) (?:it|there|i|we|they|this|that|the)\b|, so (?:i|we|they|it|you|people|that)\b/i;
const THEN =
  /^(?:if|without|when|once)\b.*\b(?:will|would|could|won['’]?t|wouldn['’]?t|['’]ll)\b|\b(?:will|would) (?:only |just |likely |probably |also |simply |never )?(?:help|harm|hurt|lead|cause|destroy|devastate|damage|reduce|increase|drive|push|lose|fold|drop|benefit|suffer|collapse|struggle|encourage)\b/i;

/**
 * What a sentence does, by the English words that say so. A sentence that does both is a proposal: its reason stands in it.
 * Measured in docs/benchmarks/stance.md: what it says is mostly right, and it is silent where nothing but the sense tells.
 */
export function sayingByRules(sentence: string): Saying | null {
  const text = sentence.trim().replaceAll('’', "'");
  const asks = /\?\s*$/.test(text) && !/^(?:could|can|why not|what about|how about|please)\b/i.test(text);
  if (!asks && [DUTY, WISH, BIDS, MORE].some((words) => words.test(text))) return 'proposal';
  return WHY.test(text) || THEN.test(text) ? 'reason' : null;
}
