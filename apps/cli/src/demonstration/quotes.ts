import { chooseQuotes, demoThemes, type ChosenQuote } from '#demo';
import { quotableAnswers, quotesOfEdition, releasePrepared, type Database } from '#store';

/** Lets the made-up agencies' words be quoted, before the edition that shows them. Safe to call again: the choice is the same. */
export async function releaseQuotes(worker: Database): Promise<ChosenQuote[]> {
  const chosen = chooseQuotes(await quotableAnswers(worker), demoThemes());
  await releasePrepared(worker, chosen);
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
