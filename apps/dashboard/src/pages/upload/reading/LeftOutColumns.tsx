import { plural } from '../../../figures/format';
import { MeaningChoice } from './MeaningChoice';
import { cardId, type CardOf } from './cards';
import { Samples } from './Samples';

interface Props {
  cards: readonly CardOf[];
  onMeaning: (card: CardOf, code: string) => void;
}

/** Columns that are not kept, with the reason; each may become something all the same. */
export function LeftOutColumns({ cards, onMeaning }: Props) {
  return (
    <div className="card left-out">
      <h3>{plural(cards.length, 'column is', 'columns are')} left out: nothing of them is kept</h3>
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Columns that are left out</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First values</th>
            <th scope="col">Why</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => {
            const [column] = card.columns;
            if (!column) return null;
            return (
              <tr key={column.label}>
                <th scope="row">
                  {column.letter} <strong>{column.label}</strong>
                </th>
                <td>
                  <Samples column={column} />
                </td>
                <td className="quiet">{column.why}</td>
                <td>
                  <MeaningChoice
                    id={cardId(column.label)}
                    label={`${column.label} becomes`}
                    rule={card.rule}
                    onChange={(code) => onMeaning(card, code)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
