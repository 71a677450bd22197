/**
 * How surprising it is that so many of all mentions fall into a window: -log10 of the chance of that many or more, given the total,
 * if the window had its share (the conditional test of two Poisson rates; Przyborowski and Wilenski, 1940).
 * @param inside mentions in the window @param all mentions in window and base @param share of all comments that the window holds, 0 to 1
 */
export function surprise(inside: number, all: number, share: number): number {
  if (inside <= all * share || inside === 0) return 0;
  if (share <= 0) return Infinity;
  if (share >= 1) return 0;
  // The sum of the tail, from its first and largest term on: each next one is the last times a ratio that falls.
  const odds = share / (1 - share);
  let [term, sum] = [1, 1];
  for (let k = inside; k < all; k++) {
    term *= ((all - k) / (k + 1)) * odds;
    sum += term;
    if (term < sum * 1e-12) break;
  }
  const first = logChoose(all, inside) + inside * Math.log(share) + (all - inside) * Math.log1p(-share);
  return -(first + Math.log(sum)) / Math.LN10;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

const FACTORIALS = [0];
function logFactorial(n: number): number {
  for (let k = FACTORIALS.length; k <= n; k++) FACTORIALS.push(FACTORIALS[k - 1]! + Math.log(k));
  return FACTORIALS[n]!;
}
