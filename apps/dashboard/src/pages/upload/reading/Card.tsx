import { useState } from 'react';
import { count } from '../../../figures/format';
import type { Rule } from '../mapping';
import { isGroup, takenApart, withPart, withRule } from './changes';
import { cardId, lettersOf, type CardOf } from './cards';
import { GatherColumns } from './GatherColumns';
import { Lock } from './Lock';
import { MeaningChoice } from './MeaningChoice';
import { PartField } from './PartField';
import { PARTS } from './parts';
import { Samples } from './Samples';
import type { Reading } from './useReading';
import { sureness } from './words';

interface Props {
  card: CardOf;
  reading: Reading;
  onMeaning: (code: string) => void;
}

/** One question or field: what it becomes, why, and all that can be said of it. */
export function Card({ card, reading, onMeaning }: Props) {
  const { rule, columns, confidence } = card;
  const [first] = columns;
  if (!first) return null;
  const person = rule.as === 'respondent' || rule.as === 'codes';
  const title = typeof rule['text'] === 'string' && rule['text'] ? rule['text'] : first.label;
  return (
    <li className={`card ${person ? 'person' : ''}`}>
      <p className="card-top">
        <span>
          {person && <Lock />} {lettersOf(columns)}
          {columns.length > 1 && ` · ${columns.length} columns`}
        </span>
        <Sure confidence={confidence} />
      </p>
      <h3>
        {title}
        {rule.as === 'options' && !/\btick\b/i.test(title) && ' (tick all)'}
      </h3>
      <MeaningChoice id={cardId(first.label)} label={`${title} becomes`} rule={rule} onChange={onMeaning} />
      <Samples column={first} />
      <p className="card-why">
        <strong>{said(card, reading)}</strong> {first.why}
      </p>
      <Details card={card} reading={reading} />
    </li>
  );
}

/** How sure, as a bar and in figures. */
function Sure({ confidence }: { confidence: number }) {
  return (
    <span className="sure">
      <svg width="44" height="6" aria-hidden="true">
        <rect className="ground" width="44" height="6" />
        <rect className="bar" width={44 * confidence} height="6" />
      </svg>{' '}
      <span className="govuk-visually-hidden">How sure we are: </span>
      {sureness(confidence)}
    </span>
  );
}

/** What of it is there, in a few words. */
function said({ rule, columns }: CardOf, { look }: Reading): string {
  const question = look.reading?.questions.find(({ key }) => key === rule['key']);
  const [first] = columns;
  const empty = first ? first.rows - first.filled : 0;
  const rest = empty ? `, ${count(empty)} empty` : '';
  if (question && question.kind === 'free-text') return `${count(question.answered)} written${rest}.`;
  if (question && isGroup(rule))
    return `${columns.length} ${rule.as === 'options' ? 'choices' : 'items'}, ${count(question.answered)} answered.`;
  if (question) {
    const options = question.options.length;
    return `${options ? `${options} choices, ` : ''}${count(question.answered)} answered.`;
  }
  return `${count(first?.filled ?? 0)} filled in${rest}.`;
}

/** All else that can be said of it, folded until it is asked for. */
function Details({ card, reading }: { card: CardOf; reading: Reading }) {
  const { at, rule, columns } = card;
  const { look, draft, change } = reading;
  const [open, setOpen] = useState(false);
  const [first] = columns;
  const name = first?.label ?? '';
  const set = (next: Rule): void => change(withRule(draft.mapping, at, next), `Changed “${name}”`);
  return (
    <details className="card-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        More about it<span className="govuk-visually-hidden">: {name}</span>
      </summary>
      {open && (
        <>
          {(PARTS[rule.as] ?? [])
            .filter(({ part }) => part !== 'order' || rule.as === 'date' || rule['field'] === 'dateOfBirth')
            .map((part) => (
              <PartField
                key={part.part}
                part={part}
                value={rule[part.part]}
                columns={look.columns}
                onChange={(value) => set(withPart(rule, part.part, value))}
              />
            ))}
          {isGroup(rule) ? (
            <button
              type="button"
              className="button second"
              onClick={() => change(takenApart(draft.mapping, at), `Took “${String(rule['text'])}” apart`)}
            >
              Take apart into {columns.length} questions
            </button>
          ) : (
            <GatherColumns card={card} reading={reading} />
          )}
        </>
      )}
    </details>
  );
}
