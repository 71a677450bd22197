import { DAY_IS_USED_UP } from '#store';
import { ApiError } from '../graphql/errors.js';

/**
 * What was found, for somebody who may still open identities today.
 * @throws ApiError BUSY for somebody who has opened as many within a day as one person may
 */
export function withinTheDay<T>(found: T | typeof DAY_IS_USED_UP): T {
  if (found !== DAY_IS_USED_UP) return found;
  throw new ApiError(
    'BUSY',
    'You have opened as many identities within a day as one person may. It is on the list that the administrator looks at.',
    'too-many-today',
  );
}
