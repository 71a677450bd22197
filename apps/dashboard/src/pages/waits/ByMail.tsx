import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../app/answer';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { SET_WAITS_MAIL, WAITS_MAIL } from './queries';

/** What waits by mail, to whoever wishes it; nothing where the hub sends none. */
export function ByMail() {
  const answer = useAnswer({ query: WAITS_MAIL, variables: {}, fresh: true });
  const { act, busy, problem } = useAction(SET_WAITS_MAIL, ({ setWaitsMail }) => setWaitsMail);
  const [address, setAddress] = useState('');
  const mail = answer.data?.waitsMail;
  if (!mail?.possible) return null;
  const say = (to: string | null): void => void act({ address: to }).then((done) => done && answer.again());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    say(address);
  };
  return (
    <Section
      title="By mail"
      measure="Once a day at the most, when something new waits. A mail holds numbers of deliveries, and nothing that anybody said."
    >
      {mail.address ? (
        <p role="status">
          Mailed to <strong>{mail.address}</strong>.{' '}
          <button className="link-button" aria-disabled={busy} onClick={() => say(null)}>
            Mail me no more
          </button>
        </p>
      ) : (
        <form onSubmit={submit} noValidate>
          <Field id="mail-to" label="Your e-mail address" error={undefined}>
            <input
              className="govuk-input"
              id="mail-to"
              type="email"
              autoComplete="email"
              style={{ maxWidth: 360, width: '100%' }}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Field>
          <button className="button second" aria-disabled={busy}>
            Mail me what waits
          </button>
        </form>
      )}
      <NotDone problem={problem} />
    </Section>
  );
}
