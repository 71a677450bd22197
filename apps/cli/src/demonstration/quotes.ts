import { chooseQuotes, demoThemes, releasedStatements, type ChosenQuote, type City } from '#demo';
import { quotableAnswers, quotesOfEdition, releasePrepared, type Database } from '#store';

/** Lets the made-up agencies' words be quoted, before the edition that shows them. Safe to call again: the choice is the same. */
export async function releaseQuotes(worker: Database, { plan }: City): Promise<ChosenQuote[]> {
  const answers = await quotableAnswers(worker);
  // Words that people voted on are told beside their votes.
  const votedOn = new Set(releasedStatements(plan.conversation));
  const disagrees = new Set(
    plan.submissions.flatMap(({ texts }) => texts.flatMap(({ text, dissents }) => (dissents ? [text] : []))),
  );
  const chosen = chooseQuotes(
    answers
      .filter(({ text }) => !votedOn.has(text))
      .map((one) => ({ ...one, dissents: disagrees.has(one.text) })),
    demoThemes(),
  );
  const statements = answers.flatMap(({ answer, text, themes: [theme] }): ChosenQuote[] =>
    votedOn.has(text) && theme !== undefined ? [{ answer, text, theme, stance: 'with' }] : [],
  );
  await releasePrepared(worker, [...chosen, ...statements]);
  return chosen;
}

export type QuotesOf = (theme: string) => { quote: string; stance: ChosenQuote['stance'] }[];

/** What was chosen, by the numbers that it has in an edition; what the edition does not quote is left out. */
export async function quotedIn(
  worker: Database,
  edition: number,
  chosen: readonly ChosenQuote[],
): Promise<QuotesOf> {
  const there = await quotesOfEdition(worker, edition);
  return (theme) =>
    chosen
      .filter((one) => one.theme === theme)
      .flatMap(({ text, stance }) => {
        const found = there.find((one) => one.theme === theme && one.text === text);
        return found ? [{ quote: found.quote, stance }] : [];
      });
}
