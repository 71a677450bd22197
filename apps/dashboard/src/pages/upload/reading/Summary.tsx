import { count, listed, plural } from '../../../figures/format';
import { Field } from '../../../forms/Field';
import type { Ask } from '../look';
import { engagementTitle, withEngagement } from '../mapping';
import { askKey } from './draft';
import { askId, headOf } from './Needs';
import type { Reading } from './useReading';
import { fieldWord, IDENTIFYING, kindsInWords, leftOutOf, othersOf, sumInWords } from './words';

interface Props {
  reading: Reading;
  asks: readonly Ask[];
  /** What the agreement covers, and until when. */
  agreement: { fields: readonly string[]; words: string } | null;
  source: string;
  isNew: boolean;
  remember: boolean;
  onRemember: (remember: boolean) => void;
  sending: boolean;
  onSend: () => void;
}

/** What is about to be sent, in view while anything above it is changed. */
export function Summary({
  reading,
  asks,
  agreement,
  source,
  isNew,
  remember,
  onRemember,
  sending,
  onSend,
}: Props) {
  const { look, counting } = reading;
  const people = look.reading?.people ?? 0;
  const questions = look.reading?.questions ?? [];
  return (
    <aside className="sending" aria-label="What you are about to send" aria-busy={counting}>
      <h2>What you are about to send</h2>
      <Three people={people} questions={questions.length} asks={asks.length} />
      <Bar look={look} />
      <p className="note" role="status">
        {counting ? 'Counting again…' : sumInWords(look)}{' '}
        {!counting && look.counts['answer'] === people && <strong className="adds">✓ It adds up</strong>}
      </p>
      <NeedYou asks={asks} />
      <h3>{plural(questions.length, 'question', 'questions')}</h3>
      <p className="note">
        {kindsInWords(questions.map(({ kind }) => kind)) || 'None yet'}
        {look.reading?.demographics.length ? `; ${look.reading.demographics.length} about the person` : ''}.
      </p>
      <Belongs reading={reading} />
      {agreement && <Agreed fields={look.fields} agreement={agreement} />}
      <Remembered source={source} isNew={isNew} remember={remember} onRemember={onRemember} />
      <button
        type="button"
        className="button wide"
        aria-disabled={sending || counting || people === 0}
        onClick={() => !sending && !counting && people > 0 && onSend()}
      >
        {sending ? 'Sending' : `Send ${plural(people, 'answer', 'answers')}`}
      </button>
      <p className="note">
        {asks.length ? 'You may send first and answer later.' : 'Nothing is kept until you press Send.'}
      </p>
    </aside>
  );
}

/** The three numbers that matter. */
function Three({ people, questions, asks }: { people: number; questions: number; asks: number }) {
  return (
    <dl className="three">
      <div>
        <dt>people’s answers</dt>
        <dd>{count(people)}</dd>
      </div>
      <div>
        <dt>questions</dt>
        <dd>{count(questions)}</dd>
      </div>
      <div className={asks ? 'late' : ''}>
        <dt>need you</dt>
        <dd>{count(asks)}</dd>
      </div>
    </dl>
  );
}

/** Everything that needs a person, each leading to its place on the page. */
function NeedYou({ asks }: { asks: readonly Ask[] }) {
  if (asks.length === 0) return null;
  return (
    <>
      <h3>◷ Need you</h3>
      <ul className="plain">
        {asks.map((ask) => (
          <li key={askKey(ask)}>
            <button
              type="button"
              className="link-button"
              onClick={() => document.getElementById(askId(ask))?.focus()}
            >
              {headOf(ask)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The engagement that the answers belong to. */
function Belongs({ reading: { draft, change } }: { reading: Reading }) {
  return (
    <>
      <h3>Belongs to</h3>
      <Field id="engagement-title" label="Engagement" hint={undefined} error={undefined}>
        <input
          className="govuk-input"
          id="engagement-title"
          key={engagementTitle(draft.mapping)}
          defaultValue={engagementTitle(draft.mapping)}
          onBlur={(event) => {
            const title = event.target.value;
            if (title !== engagementTitle(draft.mapping))
              change(withEngagement(draft.mapping, title), 'Named the engagement');
          }}
        />
      </Field>
    </>
  );
}

/** Whether the next files are read like this one. */
function Remembered({
  source,
  isNew,
  remember,
  onRemember,
}: Pick<Props, 'source' | 'isNew' | 'remember' | 'onRemember'>) {
  return (
    <>
      <h3>Remembered for {isNew ? 'the new source' : 'this source'}</h3>
      {isNew ? (
        <p className="note">
          “{source}” is made when you send. The next file with these columns is read the same way, with no
          questions.
        </p>
      ) : (
        <label className="tick">
          <input type="checkbox" checked={remember} onChange={(event) => onRemember(event.target.checked)} />{' '}
          Read the next files of {source} the same way
        </label>
      )}
    </>
  );
}

function Bar({ look }: { look: Reading['look'] }) {
  const all = Math.max(1, look.rowCount);
  const answers = look.counts['answer'] ?? 0;
  const others = othersOf(look.counts);
  const ruled = leftOutOf(look) - others;
  const share = (rows: number): string => `${(100 * rows) / all}%`;
  return (
    <svg className="sum-bar thin" role="img" aria-label={sumInWords(look)}>
      <rect className="taken" width={share(answers)} height="18" />
      <rect className="held" x={share(answers)} width={share(ruled)} height="18" />
      <rect className="other" x={share(answers + ruled)} width={share(others)} height="18" />
    </svg>
  );
}

interface AgreedProps {
  fields: readonly string[];
  agreement: { fields: readonly string[]; words: string };
}

/** What of the file the agreement allows, what is kept apart, and what may not be sent. */
function Agreed({ fields, agreement }: AgreedProps) {
  const covered = fields.filter((field) => agreement.fields.includes(field));
  const open = covered.filter((field) => !IDENTIFYING.includes(field)).map(fieldWord);
  const apart = covered.filter((field) => IDENTIFYING.includes(field)).map(fieldWord);
  const not = fields.filter((field) => !agreement.fields.includes(field)).map(fieldWord);
  return (
    <>
      <h3>What your agreement allows</h3>
      <ul className="agreed">
        {open.length > 0 && <li className="yes">{listed(open)}</li>}
        {apart.length > 0 && (
          <li className="apart">{listed(apart)}: kept apart, encrypted, for matching only</li>
        )}
        {not.length > 0 && <li className="no">{listed(not)}: not covered, so the file would be refused</li>}
      </ul>
      <p className="note">{agreement.words}</p>
    </>
  );
}
