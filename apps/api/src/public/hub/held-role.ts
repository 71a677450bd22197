import { WHOLE_HUB, type Right } from '#domain';
import type { HeldRole } from './hub.type.js';

/** A right as GraphQL tells it: what belongs to no agency has none. */
export const heldRole = ({ role, agency }: Right): HeldRole => ({
  role,
  agency: agency === WHOLE_HUB ? null : agency,
});
