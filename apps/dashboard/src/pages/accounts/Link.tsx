import { useState } from 'react';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { MAKE_LINK } from './queries';

const MINUTES = 24 * 60;

/** Makes a link that signs somebody in, once, and shows it this once: whoever made it hands it over. */
export function HandOver({ name, made }: { name: string; made: () => void }) {
  const [link, setLink] = useState<string | null>(null);
  const make = useAction(MAKE_LINK, (data) => {
    if (data.makeSignInLink) setLink(location.origin + data.makeSignInLink.path);
    return data.makeSignInLink;
  });
  const press = async () => {
    if (await make.act({ name, minutes: MINUTES })) made();
  };
  return (
    <>
      <button type="button" className="button second" disabled={make.busy} onClick={() => void press()}>
        Make a sign-in link<span className="govuk-visually-hidden"> for {name}</span>
      </button>
      <NotDone problem={make.problem} />
      {link && (
        <div role="status" className="card">
          <p>Hand this to {name}, and to nobody else. It works once, within a day, and is shown only now.</p>
          <p>
            <code className="wrapping">{link}</code>
          </p>
          <button
            type="button"
            className="button second"
            onClick={() => void navigator.clipboard.writeText(link)}
          >
            Copy the link
          </button>
        </div>
      )}
    </>
  );
}
