import type { WorkbenchSubmission } from '#store';
import type { Submission } from './submission.type.js';

export function submissionOf({ ward, day: _day, ...submission }: WorkbenchSubmission): Submission {
  return { ...submission, wardCode: ward };
}
