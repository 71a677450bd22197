import { dateColumn } from './dated.js';
import { asksOfSelf, characteristicNamed } from './characteristic-labels.js';
import { characteristicOf } from './characteristics.js';
import { fieldByCells, fieldByLabel, namesField } from './fields.js';
import { plain } from './group.js';
import { finding, type Finding, type Hints, wordsWithin } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { question } from './question.js';
import { record, status } from './record-columns.js';
import { staffOrAddress } from './staff.js';
import { consent, technical } from './technical.js';
import { ASKS, FREE_TEXT_SURE, isNone } from './words.js';

/** What one column is: its cells speak first, its label second; where the two disagree it asks. */
export function decideColumn(label: string, profile: ColumnProfile, hints: Hints): Finding {
  const words = wordsWithin(label);
  const bare = unsectioned(unnumbered(words));
  if (profile.filled === 0 || saysNothing(profile)) return emptyColumn(bare);
  // A column that holds its own label and nothing else is an option that was ticked, whatever it is called ("E-mail").
  if (holdsItsLabel(label, profile))
    return { ...question(words, profile, hints), confidence: 0.5, ask: LONE_OPTION };
  return (
    status(bare, profile) ??
    staffOrAddress(bare, profile) ??
    technical(bare, profile, label.includes('/')) ??
    consent(bare, profile) ??
    about(bare, profile) ??
    dateColumn(bare, profile) ??
    record(bare, profile) ??
    constant(words, profile) ??
    question(words, profile, hints)
  );
}

const LONE_OPTION = {
  about: 'question',
  why: 'The cells hold the label and nothing else: of which question is this an option?',
};
const holdsItsLabel = (label: string, { counts, overflow }: ColumnProfile): boolean =>
  counts.size === 1 && overflow === 0 && plain([...counts.keys()][0]!) === plain(label);

/** A label without the number that a form gives its questions: "Q5: Name", "8. Surname", "2.1) Ward" ask for what they name. */
const unnumbered = (words: string): string =>
  words.replace(
    /^(q(uestion)?\s?\d{1,3}[a-z]?(\.\d{1,3})*\s*[.:)–-]*\s+|\d{1,3}[a-z]?(\.\d{1,3})*\s*[.:)]\s+|\(\d{1,3}\)\s*)(?=\S)/,
    '',
  );

/** The heading over what an officer notes of each form is no part of what its columns are: "Card - Venue". */
const unsectioned = (words: string): string =>
  words.replace(/^(card|form|record|admin(istration)?|(for )?office use( only)?)\s*[-–:>|]+\s*(?=\S)/, '');

/** Rows from which on a column that says the same in all of them says nothing of anybody. */
const FEWEST_FOR_CONSTANT = 10;

/** What stands alike in every row is of the file and not of people; not so where the label asks. */
function constant(words: string, profile: ColumnProfile): Finding | null {
  const same = profile.counts.size === 1 && profile.overflow === 0 && profile.filled === profile.rows;
  if (!same || profile.rows < FEWEST_FOR_CONSTANT) return null;
  if (ASKS.test(words) || FREE_TEXT_SURE.test(words) || words.length > 25) return null;
  return finding({ as: 'ignore', what: 'the same in every row' }, 0.75, 'Every row holds the same.');
}

/** "None" and other words for nothing, and not one answer. */
const saysNothing = (profile: ColumnProfile): boolean =>
  profile.blankWords.size > 0 && [...profile.counts.keys()].every(isNone);

function emptyColumn(words: string): Finding {
  const characteristic = characteristicNamed(words);
  if (characteristic && asksOfSelf(words, characteristic))
    return finding({ as: 'demographic', characteristic }, 0.8, 'The label asks for it; nobody answered.');
  if (namesField(words))
    return finding({ as: 'ignore', what: 'empty' }, 0.8, 'About a person, and no cell holds anything.');
  if (words.endsWith(' [feedback]'))
    return finding(
      { as: 'ignore', what: 'empty' },
      0.8,
      'A tool’s own column for remarks on an answer, and empty.',
    );
  if (ASKS.test(words) || FREE_TEXT_SURE.test(words) || words.length > 25)
    return finding(
      { as: 'question', kind: 'free-text', options: [], items: [], delimiter: null, decimalComma: false },
      0.6,
      'Nobody answered it in this file.',
    );
  return finding({ as: 'ignore', what: 'empty' }, 0.7, 'No cell holds anything.');
}

/** Whatever is about a person: fields that identify, and characteristics. */
function about(words: string, profile: ColumnProfile): Finding | null {
  const cells = fieldByCells(words, profile);
  if (cells)
    return finding(
      { as: 'respondent', field: cells.field },
      cells.confidence,
      cells.reason,
      cells.ask === null ? null : { about: 'field', why: cells.ask },
    );
  const characteristic = characteristicOf(words, profile);
  if (characteristic)
    return finding(
      {
        as: 'demographic',
        characteristic: characteristic.characteristic,
        ...(characteristic.stands ? { stands: characteristic.stands } : {}),
      },
      characteristic.confidence,
      'The label asks for it and the cells are few and short.',
      characteristic.ask === null ? null : { about: 'characteristic', why: characteristic.ask },
    );
  const label = fieldByLabel(words, profile);
  if (label)
    return finding(
      { as: 'respondent', field: label.field },
      label.confidence,
      label.reason,
      label.ask === null ? null : { about: 'field', why: label.ask },
    );
  if (
    /^(participant|respondent|user|person|client|patient|pt|customer|member|account|consultee|representor|resident|tenant|attendee)[ -]?(id|ref|no|number|reference)$|^pt ?id$/.test(
      words,
    )
  )
    return profile.unique && !/^(pt|patient|person|client|customer|member|account)/.test(words)
      ? finding({ as: 'submission-id' }, 0.85, 'The label says an id and no two cells are alike.')
      : finding({ as: 'respondent', field: 'systemId' }, 0.85, 'The label says the id of a person.');
  return null;
}
