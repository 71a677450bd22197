/** Something that waits for a person: codes, ids and times alone. */
export interface Wait {
  /** `delivery-held`, `answers-to-match`, `rows-to-mend`, `audit-to-code`, `to-re-code`, and whatever joins later. */
  kind: string;
  agency: string;
  source: string | null;
  sourceName: string | null;
  /** What it is about: the number of a delivery, or the agency whose comments wait. */
  subject: string;
  /** How many: rows of a delivery, for example. */
  many: number;
  /** ISO time. */
  since: string;
}

/**
 * What waits, in a line for the person who can deal with it, and on which page. Holds a source's name and numbers, nothing that
 * people said.
 */
export function waitInWords({ kind, many, sourceName, source, subject }: Wait): {
  title: string;
  path: string;
} {
  const of = sourceName ?? source ?? 'the hub';
  const path = `/deliveries/${subject}`;
  switch (kind) {
    case 'delivery-held':
      return { title: `A file of ${of} waits for your answer`, path };
    case 'answers-to-match':
      return { title: `Answers in a file of ${of} have no code yet`, path };
    case 'rows-to-mend':
      return { title: `${many === 1 ? 'One row' : `${many} rows`} of ${of} could not be taken`, path };
    case 'audit-to-code':
      return {
        title: `${many === 1 ? 'One comment' : `${many} comments`} wait to be coded blind: they would lift themes’ grades`,
        path: '/workbench/agreement',
      };
    case 'to-re-code':
      return {
        title: `${many === 1 ? 'One comment is' : `${many} comments are`} to be re-coded since the codebook changed`,
        path: '/workbench',
      };
    default:
      return { title: `Something of ${of} waits for you`, path: '/waits' };
  }
}
