import { Go } from '../../app/Go';

/** That nothing is said here of this year beside the last, and where it is. */
export function NoChangeHere({ of }: { of: 'ward' | 'community' }) {
  return (
    <p className="note">
      This year beside the last is told of the city and of agencies, and not by {of}
      {of === 'ward' && ': too few people of one ward are heard in consultations that asked the same in both'}
      . <Go to="/themes">Whether the city changed, theme by theme</Go>
    </p>
  );
}
