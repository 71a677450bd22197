import { denialsOf, isClaimed, isDeniedAfter, isHighest } from './denials.js';
import { echoesAfter } from './echo.js';
import { isPast } from './past.js';
import { hasBefore, isOtherSense, scopeOf, wordOf, type Scope } from './scope.js';
import type { ReadWord } from './segments.js';
import { isShownByResult, isUnreal, isWished } from './unreal.js';

/**
 * What is said of something that is named in a text: that it is so, that it is not, that it was, that it is wished or possible, or so
 * at times alone (`partly`); `open` where nothing is said of it, or others say so.
 */
export type Status = 'said' | 'partly' | 'denied' | 'past' | 'unreal' | 'open';

/**
 * The status of words `from` to `to` (exclusive).
 * @param good whether they name something good: of what is bad a wish says nothing ("I would be afraid")
 */
export function statusOf(words: readonly ReadWord[], from: number, to: number, good: boolean): Status {
  if (isOtherSense(words, from, to)) return 'open';
  const scope = scopeOf(words, from, to, !good);
  const denials = denialsOf(scope, good);
  // "More bored than scared".
  if (
    !good &&
    words[from - 1]?.text === 'than' &&
    !/^(?:other|less|rather)$/.test(words[from - 2]?.text ?? '')
  )
    return 'open';
  if (hasBefore(scope, 'open') || isClaimed(scope, denials)) return 'open';
  const odd = (denials.length + (isDeniedAfter(scope, denials.length > 0) ? 1 : 0)) % 2 === 1;
  if (odd && denials.length > 0 && isHighest(scope, denials)) return 'said';
  return good ? goodStatus(scope, odd) : badStatus(scope, odd);
}

function goodStatus(scope: Scope, odd: boolean): Status {
  if (odd) return isShownByResult(scope) || hangsOnLack(scope) ? 'said' : 'denied';
  if (isUnreal(scope)) return 'unreal';
  if (hasBefore(scope, 'only') || /^(?:only|if|unless|provided|anymore)\b/.test(nextOf(scope)))
    return 'denied';
  return isPast(scope) ? 'past' : 'said';
}

const nextOf = ({ words, to }: Scope): string => words[to]?.text ?? '';

/** "I wouldn't feel half as safe without the cameras": so, with them; "I wouldn't feel safe without my dog" tells of fear. */
const hangsOnLack = (scope: Scope): boolean =>
  /^(?:as|so)$/.test(scope.words[scope.from - 1]?.text ?? '') &&
  scope.after.some((mark) => wordOf(scope, mark) === 'without') &&
  scope.before.some((mark) => wordOf(scope, mark) === "wouldn't");

const INVERTED = /^(?:am|are|is|do|does|did|was|were|have|has|will|would|can)$/;

function badStatus(scope: Scope, odd: boolean): Status {
  if (odd) return isWished(scope) ? 'unreal' : 'denied';
  const { words, from, start, ahead } = scope;
  const opening = words[start]!.text;
  if (scope.before.some((mark) => /^expect/.test(wordOf(scope, mark)))) return 'open';
  const alone = ahead === '' && start === from;
  if (opening === 'if' || (words[from]!.asked && (INVERTED.test(opening) || alone))) return 'open';
  if (isPast(scope)) return 'past';
  return hasBefore(scope, 'only') ? 'partly' : 'said';
}

/** Whether something bad that is named here is said not to be, or to be over, or is denied by the clause after it ("dangerous? It isn't"). */
export function isContraryDenied(words: readonly ReadWord[], from: number, to: number): boolean {
  const status = statusOf(words, from, to, false);
  if (status === 'denied' || status === 'past') return true;
  const [echo] = echoesAfter(words, to);
  return echo !== undefined && echo.denies && (status !== 'said' || echo.instead);
}

/** Whether something good that is named here is said to be so, here or by the clause after it ("I didn't feel safe before, but I do now"). */
export function isGoodSaid(words: readonly ReadWord[], from: number, to: number): boolean {
  const [echo] = echoesAfter(words, to);
  if (statusOf(words, from, to, true) !== 'said') return echo !== undefined && !echo.denies;
  return !(echo?.denies && echo.instead);
}
