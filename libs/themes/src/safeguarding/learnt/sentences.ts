/** A sentence that the model of risk learns from. */
export interface RiskSentence {
  text: string;
  /** Kind of risk; null: nobody is at risk. */
  kind: string | null;
}

/**
 * The sentences of the two lists: one a line, a line that begins with `# ` names the kind of those below it.
 * @param atRisk kinds of risk
 * @param ordinary what else people write; its headings only part it
 */
export function riskSentences(atRisk: string, ordinary: string): RiskSentence[] {
  let kind = '';
  const sentences: RiskSentence[] = [];
  for (const line of linesOf(atRisk))
    if (line.startsWith('# ')) kind = line.slice(2);
    else sentences.push({ text: line, kind });
  for (const line of linesOf(ordinary))
    if (!line.startsWith('# ')) sentences.push({ text: line, kind: null });
  return sentences;
}

const linesOf = (list: string): string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
