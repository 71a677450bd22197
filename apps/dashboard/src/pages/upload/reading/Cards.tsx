import { useState } from 'react';
import { count, plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import { withMeaning } from '../mapping';
import { Card } from './Card';
import { cardsOf, type CardOf } from './cards';
import { LeftOutColumns } from './LeftOutColumns';
import type { Reading } from './useReading';
import { settledBy } from './draft';

/** Cards shown before the rest is asked for. */
const FIRST = 24;

/** What each column becomes: a card for each question, whatever number of columns it has. */
export function Cards({ reading, asked }: { reading: Reading; asked: number }) {
  const { look, draft, change } = reading;
  const [sorted, setSorted] = useState(false);
  const [all, setAll] = useState(false);
  const cards = cardsOf(draft.mapping, look.columns);
  const used = cards.filter(({ rule }) => rule.as !== 'ignore');
  const order = sorted ? [...used].sort((a, b) => a.confidence - b.confidence) : used;
  const left = cards.filter(({ rule }) => rule.as === 'ignore');
  const say = ({ columns }: CardOf, code: string): void => {
    const [first] = columns;
    if (!first) return;
    const labels = columns.map(({ label }) => label);
    change(
      withMeaning(draft.mapping, first.label, first.position, code),
      `Changed what “${first.label}” becomes`,
      settledBy(look.asks, labels),
    );
  };
  const shown = all ? order : order.slice(0, FIRST);
  return (
    <Section
      title={
        asked
          ? `What the ${count(used.length)} questions and fields become`
          : `We are sure of all ${count(used.length)} questions and fields`
      }
      measure="A card for each column, or for each question that has several. The cells are examples. A lock: about the person, kept apart."
      tools={
        <button
          type="button"
          className="link-button"
          aria-pressed={sorted}
          onClick={() => setSorted(!sorted)}
        >
          {sorted ? 'As in the file' : 'Least sure first'}
        </button>
      }
      id="columns"
    >
      <ul className="cards">
        {shown.map((card) => (
          <Card
            key={`${card.at} ${card.columns[0]?.label}`}
            card={card}
            reading={reading}
            onMeaning={(code) => say(card, code)}
          />
        ))}
      </ul>
      {order.length > shown.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Show {plural(order.length - shown.length, 'more card', 'more cards')}
        </button>
      )}
      {left.length > 0 && <LeftOutColumns cards={left} onMeaning={say} />}
    </Section>
  );
}
