import { Fragment, useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { day, moment, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { AccountForm } from './AccountForm';
import { Alarms } from './Alarms';
import { HandOver } from './Link';
import { ACCOUNTS, SHUT_OUT } from './queries';
import { rightsInWords, roleName, type Account, type Accounts } from './rights';

const WHAT =
  'Administrators make accounts, give them roles for agencies, and end them. They read no comment and no identity.';

/** Who may sign in, and what for. */
export function AccountsPage() {
  return hasRole(useFrame(), 'ADMINISTRATOR') ? (
    <People />
  ) : (
    <NoRight title="People" who="an administrator" what={WHAT} />
  );
}

function People() {
  useTitle('People');
  const answer = useAnswer({ query: ACCOUNTS, variables: {}, fresh: true });
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setSaid(words);
    answer.again();
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>People</h1>
          <p className="lede">Who may sign in, and what each may do for which agency.</p>
        </div>
      </div>
      <p role="status">{said && `✓ ${said}`}</p>
      <Shown answer={answer} rows={8}>
        {({ accounts: known }) => (
          <>
            <Present known={known} done={done} />
            <Section title="Make an account" measure="Then make a sign-in link and hand it over.">
              <AccountForm
                key={known.accounts.length}
                known={known}
                saved={(name) => done(`${name} has an account.`)}
              />
            </Section>
            <Alarms />
            <Roles known={known} />
            <Ended known={known} />
          </>
        )}
      </Shown>
    </>
  );
}

function Present({ known, done }: { known: Accounts; done: (words: string) => void }) {
  const present = known.accounts.filter(({ endedAt }) => !endedAt);
  const never = present.filter(({ signedInAt }) => !signedInAt).length;
  const [open, setOpen] = useState<string | null>(null);
  const opened = present.find(({ name }) => name === open);
  return (
    <>
      <Section
        title={
          never > 0
            ? `${plural(never, 'person has', 'people have')} never signed in`
            : `${plural(present.length, 'person', 'people')} may sign in`
        }
        measure="A sign-in link works once. What is taken away is gone at once, also for somebody who is signed in."
      >
        <table className="table roomy stack-narrow">
          <caption className="govuk-visually-hidden">Accounts and what they may do</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">May</th>
              <th scope="col">Signed in</th>
              <th scope="col">Do</th>
            </tr>
          </thead>
          <tbody>
            {present.map((account) => (
              <Line key={account.name} account={account} known={known} choose={setOpen} />
            ))}
          </tbody>
        </table>
      </Section>
      {opened && <Opened key={opened.name} account={opened} known={known} done={done} />}
    </>
  );
}

function seen({ signedIn, signedInAt, linkUntil }: Account): string {
  if (signedIn) return 'now';
  const last = signedInAt ? moment(signedInAt) : 'never';
  return linkUntil ? `${last}; a link waits until ${moment(linkUntil)}` : last;
}

interface LineProps {
  account: Account;
  known: Accounts;
  choose: (name: string) => void;
}

function Line({ account, known, choose }: LineProps) {
  const own = useFrame().viewer?.name === account.name;
  return (
    <tr>
      <th scope="row">{account.name}</th>
      <td>
        <ul className="plain">
          {rightsInWords(account.rights, known.agencies).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </td>
      <td>{seen(account)}</td>
      <td>
        {own ? (
          <span className="quiet">yours: another administrator changes it</span>
        ) : (
          <button type="button" className="button second" onClick={() => choose(account.name)}>
            Change<span className="govuk-visually-hidden"> {account.name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** One account, opened: a link to hand over, its roles, its end. Takes the focus, for it opens below the table. */
function Opened({ account, known, done }: Omit<LineProps, 'choose'> & { done: (words: string) => void }) {
  const shut = useAction(SHUT_OUT, (data) => data.shutOut);
  const { name } = account;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const out = async (forGood: boolean) => {
    if (await shut.act({ name, forGood }))
      done(forGood ? `${name}’s account is ended.` : `${name} is signed out.`);
  };
  return (
    <div ref={box} tabIndex={-1}>
      <Section title={name} measure="Saved as a whole; the audit keeps who changed it.">
        <HandOver name={name} made={() => done(`A link for ${name} is made.`)} />
        <AccountForm known={known} account={account} saved={() => done(`${name} is changed.`)} />
        <div className="buttons">
          <button className="button second" disabled={shut.busy} onClick={() => void out(false)}>
            Sign {name} out everywhere
          </button>
          <button className="button second" disabled={shut.busy} onClick={() => void out(true)}>
            End the account
          </button>
        </div>
        <NotDone problem={shut.problem} />
      </Section>
    </div>
  );
}

function Roles({ known }: { known: Accounts }) {
  return (
    <Section title="What each role may do" measure="For the agencies for which it is held, and for no other.">
      <dl className="coding-facts">
        {known.roles.map(({ role, may }) => (
          <Fragment key={role}>
            <dt>{roleName(role)}</dt>
            <dd>{may}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}

function Ended({ known }: { known: Accounts }) {
  const ended = known.accounts.filter(({ endedAt }) => endedAt);
  if (ended.length === 0) return null;
  return (
    <Section title="Ended" measure="What they signed keeps their name.">
      <ul className="plain">
        {ended.map(({ name, endedAt, endedBy }) => (
          <li key={name}>
            {name}, ended by {endedBy} on {day(endedAt ?? '')}
          </li>
        ))}
      </ul>
    </Section>
  );
}
