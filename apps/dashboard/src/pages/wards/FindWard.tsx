import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { addressOf } from '../../app/Go';
import { useFrame } from '../../app/view';
import { AREA_OF_POSTCODE } from './queries';
import { useAreas, type Area } from './useAreas';

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*(\d[A-Z]{2})?$/i;

const matching = (areas: readonly Area[], text: string): Area | undefined => {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return undefined;
  return (
    areas.find((area) => area.name.toLowerCase() === wanted) ??
    areas.find((area) => area.name.toLowerCase().includes(wanted))
  );
};

/** Postcode or name to ward. A postcode goes to the hub in the body of a question only; it never enters an address. */
export function FindWard() {
  const { hub } = useFrame();
  const areas = useAreas().data?.areas.nodes ?? [];
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const client = useClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { search?: boolean } | null };
  useEffect(() => {
    if (state?.search) field.current?.focus();
  }, [state]);
  const fail = (words: string) => {
    setProblem(words);
    field.current?.focus();
  };
  const find = async (event: FormEvent) => {
    event.preventDefault();
    const named = matching(areas, text);
    if (named) return void navigate(addressOf(`/wards/${named.code}`, search));
    if (!POSTCODE.test(text.trim()))
      return fail(`Enter a whole postcode in ${hub.city}, like PL4 8NU, or the name of a ward`);
    const result = await client
      .query(AREA_OF_POSTCODE, { postcode: text.trim() }, { requestPolicy: 'network-only' })
      .toPromise();
    if (result.error) return fail('The hub did not answer. Try again.');
    const found = result.data?.areaOfPostcode;
    if (!found) return fail(`That postcode is not in ${hub.city}, or is not a whole postcode`);
    return void navigate(addressOf(`/wards/${found.code}`, search));
  };
  return (
    <form className="find-ward" onSubmit={(event) => void find(event)} noValidate role="search">
      <div className={`govuk-form-group ${problem ? 'govuk-form-group--error' : ''}`} style={{ margin: 0 }}>
        <label className="govuk-label" htmlFor="find-ward">
          Find a ward by postcode or name
        </label>
        {problem && (
          <p className="govuk-error-message" id="find-ward-problem">
            <span className="govuk-visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        <div className="field-row">
          <input
            className={`govuk-input ${problem ? 'govuk-input--error' : ''}`}
            id="find-ward"
            ref={field}
            data-search
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-describedby={problem ? 'find-ward-problem' : undefined}
            onChange={(event) => setText(event.target.value)}
          />
          <button className="button">Find</button>
        </div>
      </div>
    </form>
  );
}
