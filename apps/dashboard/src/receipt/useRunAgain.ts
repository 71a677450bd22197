import { useState } from 'react';
import { useClient } from 'urql';
import { useView } from '../app/view';
import type { Question } from '../figures/figure';
import { time } from '../figures/format';
import type { ReceiptFigure } from './accounted';
import { sameCell } from './narrow';
import { RECEIPT } from './queries';
import { compared, type Outcome } from './same-number';

/** Asks the hub for the same figure once more, past every cache of this page, and compares. */
export function useRunAgain(
  figure: ReceiptFigure,
  question: Question,
): [Outcome | null, () => Promise<void>] {
  const client = useClient();
  const view = useView();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = async () => {
    const variables = { ...question, ...view };
    const result = await client.query(RECEIPT, variables, { requestPolicy: 'network-only' }).toPromise();
    const now = time(new Date().toISOString());
    if (!result.data) {
      const words = `Run again at ${now}: the hub did not answer. Try again in a minute.`;
      return setOutcome({ same: false, words });
    }
    const { nodes, total } = result.data.figures;
    const found = figure.keys.length ? nodes.find((node) => sameCell(node.keys, figure.keys)) : total;
    return setOutcome(compared(figure, found, now));
  };
  return [outcome, run];
}
