import { Go } from '../../app/Go';

/** That nothing is said of this year beside the last where no part of a city has enough people for it, and where it is. */
export function NoChangeHere({ of }: { of: 'ward' | 'community' }) {
  return (
    <p className="note">
      This year beside the last: by {of} too few people are heard in consultations that asked the same in both
      to tell a change. <Go to="/themes">Whether the city changed, theme by theme</Go>
    </p>
  );
}
