import { useState, type FormEvent } from 'react';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { useAction } from '../../forms/useAction';
import type { Role } from '../../gql/graphql';
import { SET_ACCOUNT } from './queries';
import {
  rightsInWords,
  roleName,
  withoutRole,
  withRight,
  type Account,
  type Accounts,
  type Right,
} from './rights';

interface Props {
  known: Accounts;
  /** Whose rights change; a new account where there is none. */
  account?: Account;
  saved: (name: string) => void;
}

/** What somebody may do, role by role and agency by agency. Saved as a whole. */
export function AccountForm({ known, account, saved }: Props) {
  const [name, setName] = useState(account?.name ?? '');
  const [rights, setRights] = useState<Right[]>(
    account?.rights.map(({ role, agency }) => ({ role, agency })) ?? [],
  );
  const save = useAction(SET_ACCOUNT, (data) => data.setAccount);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save.act({ name, rights })) saved(name.trim());
  };
  return (
    <form className="change-form" onSubmit={(event) => void submit(event)}>
      {!account && (
        <Field id="account-name" label="Name" hint="As colleagues know it; it stands beside what is signed.">
          <input
            className="govuk-input"
            id="account-name"
            aria-describedby="account-name-hint"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      )}
      <Held rights={rights} known={known} change={setRights} />
      <Add known={known} add={(role, agency) => setRights(withRight(rights, role, agency, known.agencies))} />
      <NotDone problem={save.problem} />
      <button className="button" disabled={save.busy || rights.length === 0 || !name.trim()}>
        {account ? `Save what ${account.name} may do` : 'Make the account'}
      </button>
    </form>
  );
}

function Held({
  rights,
  known,
  change,
}: {
  rights: Right[];
  known: Accounts;
  change: (rights: Right[]) => void;
}) {
  if (rights.length === 0) return <p className="note">No role yet: add one below.</p>;
  const roles = [...new Set(rights.map(({ role }) => role))];
  const words = rightsInWords(rights, known.agencies);
  return (
    <ul className="plain held-roles">
      {roles.map((role, i) => (
        <li key={role}>
          <span>{words[i]}</span>
          <button
            type="button"
            className="button second small"
            onClick={() => change(withoutRole(rights, role))}
          >
            Take away<span className="govuk-visually-hidden">: {words[i]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Add({ known, add }: { known: Accounts; add: (role: Role, agency: string) => void }) {
  const [role, setRole] = useState<Role>('PARTNER');
  const [agency, setAgency] = useState('all');
  const agencies = [{ code: 'all', name: 'Every agency' }, ...known.agencies];
  return (
    <fieldset className="govuk-fieldset part">
      <legend className="govuk-label">Add a role</legend>
      <SelectField
        label="Role"
        options={known.roles.map((one) => ({ code: one.role, name: roleName(one.role) }))}
        value={role}
        onChange={(code) => setRole(code as Role)}
      />
      <p className="note">{known.roles.find((one) => one.role === role)?.may}</p>
      {role !== 'ADMINISTRATOR' && (
        <SelectField label="For" options={agencies} value={agency} onChange={setAgency} />
      )}
      <button type="button" className="button second" onClick={() => add(role, agency)}>
        Add {roleName(role).toLowerCase()}
      </button>
    </fieldset>
  );
}
