import { NoRight } from '../../states/NoRight';

export function ForReviewers() {
  return (
    <NoRight
      title="Possible matches"
      who="a reviewer"
      what="Pairs of records that may be one person are shown, with names, to reviewers alone. Every look is written down."
    />
  );
}
