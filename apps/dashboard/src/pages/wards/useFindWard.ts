import { useNavigate, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { addressOf } from '../../app/Go';
import { useFrame } from '../../app/view';
import { AREA_OF_POSTCODE } from './queries';
import { useAreas, type Area } from './useAreas';

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*(\d[A-Z]{2})?$/i;

function matching(areas: readonly Area[], text: string): Area | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return undefined;
  return (
    areas.find((area) => area.name.toLowerCase() === wanted) ??
    areas.find((area) => area.name.toLowerCase().includes(wanted))
  );
}

/**
 * Goes to the page of a ward by its name or by a postcode in it; otherwise says what is wrong.
 * A postcode goes to the hub in the body of a question only; it never enters an address.
 */
export function useFindWard(): (text: string) => Promise<string | null> {
  const { hub } = useFrame();
  const areas = useAreas().data?.areas.nodes ?? [];
  const client = useClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return async (text) => {
    const go = async (code: string) => {
      await navigate(addressOf(`/wards/${code}`, search));
      return null;
    };
    const named = matching(areas, text);
    if (named) return go(named.code);
    const postcode = text.trim();
    if (!POSTCODE.test(postcode))
      return `Enter a whole postcode in ${hub.city}, like PL4 8NU, or the name of a ward`;
    const options = { requestPolicy: 'network-only' as const };
    const result = await client.query(AREA_OF_POSTCODE, { postcode }, options).toPromise();
    if (result.error) return 'The hub did not answer. Try again.';
    const found = result.data?.areaOfPostcode;
    return found ? go(found.code) : `That postcode is not in ${hub.city}, or is not a whole postcode`;
  };
}
