import { useState } from 'react';
import { useClient } from 'urql';
import { NotDone } from '../../../forms/NotDone';
import { problemOf } from '../../../forms/refusal';
import { useAction } from '../../../forms/useAction';
import { Section } from '../../../layout/Section';
import { SIGN, WITHDRAW } from '../queries';
import { useNames, type Bench } from '../useWorkbench';
import { Choices } from './Choices';
import type { Comment } from './sitting';
import { ThemePicker } from './ThemePicker';
import { useChoice } from './useChoice';
import type { Coding } from './useCoding';

interface Props {
  bench: Bench;
  comment: Comment;
  /** Called once something was signed, or taken back. */
  onSigned: () => void;
}

/** Whoever reads a comment and finds another theme in it says so in their name: the coder learns from it. */
export function WrongTheme({ bench, comment, onSigned }: Props) {
  const [open, setOpen] = useState(false);
  const names = useNames(bench.themes);
  const mine = comment.codings.find((coding) => coding.mine);
  return (
    <Section
      title="What it is about"
      measure="What a person signs goes before what the coder says, and the coder learns from it."
    >
      {mine && <Signed coding={mine} names={names} onTakenBack={onSigned} />}
      {open ? (
        <Correction
          bench={bench}
          comment={comment}
          names={names}
          onSigned={() => {
            setOpen(false);
            onSigned();
          }}
        />
      ) : (
        <button type="button" className="button second" onClick={() => setOpen(true)}>
          {mine ? 'Say it anew' : 'Wrong theme'}
        </button>
      )}
    </Section>
  );
}

interface SignedProps {
  coding: Comment['codings'][number];
  names: (code: string) => string;
  onTakenBack: () => void;
}

/** What the reader signed; a slip of the hand is taken back. */
function Signed({ coding, names, onTakenBack }: SignedProps) {
  const { act, busy, problem } = useAction(WITHDRAW, (data) => data.withdrawCoding);
  const takeBack = async (): Promise<void> => {
    if (await act({ id: coding.id })) onTakenBack();
  };
  return (
    <>
      <p role="status">You signed: {said(coding, names)}.</p>
      <button
        type="button"
        className="link-button"
        aria-disabled={busy}
        onClick={() => (busy ? undefined : void takeBack())}
      >
        Take it back
      </button>
      <NotDone problem={problem} />
    </>
  );
}

function said({ outcome, themes }: Comment['codings'][number], names: (code: string) => string): string {
  if (outcome === 'NONE') return 'none of the themes fits';
  return outcome === 'UNSURE' ? 'not sure, somebody else decides' : themes.map(names).join(', ');
}

function Correction({ bench, comment, names, onSigned }: Props & { names: (code: string) => string }) {
  const client = useClient();
  const sign: Coding['sign'] = async (outcome, themes, note) => {
    const { submission } = comment;
    const input = { submission, pile: 'BATCH' as const, outcome, themes: [...themes], note, settles: false };
    const result = await client.mutation(SIGN, { input }).toPromise();
    const problem = problemOf(result, (data) => data.signComment);
    if (problem === null) onSigned();
    return problem;
  };
  const choice = useChoice(comment, { sign });
  const [picking, setPicking] = useState(false);
  const outcomes = [
    ['NONE', 'None fits'],
    ['UNSURE', 'Not sure'],
  ] as const;
  return (
    <>
      <Choices comment={comment} bench={bench} choice={choice} names={names} />
      {picking && (
        <ThemePicker
          themes={bench.themes}
          taken={choice.chosen.themes}
          onPick={(theme) => {
            choice.add(theme);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
      <NotDone problem={choice.problem} />
      <div className="buttons">
        <button
          type="button"
          className="button go"
          aria-disabled={choice.busy}
          onClick={() => void choice.sign()}
        >
          Sign
        </button>
        <button type="button" className="button second" onClick={() => setPicking(true)}>
          Add theme
        </button>
        {outcomes.map(([outcome, words]) => (
          <button
            key={outcome}
            type="button"
            className="button second"
            aria-pressed={choice.chosen.outcome === outcome}
            onClick={() => choice.say(outcome)}
          >
            {words}
          </button>
        ))}
      </div>
    </>
  );
}
