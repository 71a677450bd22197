/** A risk as named people judged it: likelihood and impact from 1 to 5. */
export interface Risk {
  risk: string;
  likelihood: number;
  impact: number;
  /** A strong, B fair, C thin. */
  evidence: string;
  /** Whether those who scored agreed, and where not, how far apart they were. */
  scorers: string;
}

export interface RiskView {
  /** Who scored, and when. */
  scored: string;
  risks: Risk[];
}

/** As it may be written: "B", "b fair", "B (fair)". */
const EVIDENCE: readonly [how: RegExp, told: string][] = [
  [/^a(?: strong| \(strong\))?$/i, 'A strong'],
  [/^b(?: fair| \(fair\))?$/i, 'B fair'],
  [/^c(?: thin| \(thin\))?$/i, 'C thin'],
];
const MOST = 20;

/**
 * Reads the risk view that an author writes: a first line of who scored and when ("Scored on 3 June 2025 by ..."), then a line a risk:
 * `risk | likelihood 1-5 | impact 1-5 | evidence A, B or C | what the scorers said`. Nothing at all is no risk view.
 * @returns what is wrong, with its line, where it can't be read
 */
export function readRisks(
  text: string,
): { ok: true; view: RiskView | null } | { ok: false; problem: string } {
  const [scored = '', ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (!scored) return { ok: true, view: null };
  if (!/^scored .*\bby \S+/i.test(scored) || scored.includes('[['))
    return {
      ok: false,
      problem:
        'Risk view, line 1: write who scored and when, in words alone, as in “Scored on 3 June 2025 by the community safety lead”.',
    };
  if (lines.length === 0 || lines.length > MOST)
    return { ok: false, problem: `Risk view: 1 to ${MOST} risks, a line each.` };
  const risks: Risk[] = [];
  for (const [at, line] of lines.entries()) {
    const [risk = '', likelihood = '', impact = '', evidence = '', scorers = '', ...more] = line
      .split('|')
      .map((part) => part.trim());
    const problem = (what: string) => ({ ok: false as const, problem: `Risk view, line ${at + 2}: ${what}` });
    if (!risk || more.length > 0 || !scorers)
      return problem('write risk | likelihood | impact | evidence | scorers.');
    if (!/^[1-5]$/.test(likelihood)) return problem('likelihood is a whole number from 1 to 5.');
    if (!/^[1-5]$/.test(impact)) return problem('impact is a whole number from 1 to 5.');
    const said = EVIDENCE.find(([how]) => how.test(evidence))?.[1];
    if (!said) return problem('evidence is A (strong), B (fair) or C (thin).');
    risks.push({ risk, likelihood: Number(likelihood), impact: Number(impact), evidence: said, scorers });
  }
  return { ok: true, view: { scored, risks } };
}
