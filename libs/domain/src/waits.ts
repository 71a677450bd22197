/** Something that waits for a person: codes, ids and times alone. */
export interface Wait {
  /**
   * `delivery-held`, `answers-to-match`, `rows-to-mend`, `audit-to-code`, `to-re-code`, `cases-to-look-at`, `to-second`,
   * `report-to-read`, `problems-to-answer`, `answers-to-erase`, and whatever joins later.
   */
  kind: string;
  agency: string;
  source: string | null;
  sourceName: string | null;
  /** What it is about: the number of a delivery or a proposal, the id of a report, or the agency whose comments wait. */
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
    case 'cases-to-look-at':
      return {
        title:
          many === 1
            ? 'In one comment somebody may be at risk: look at once'
            : `In ${many} comments somebody may be at risk: look at once`,
        path: '/workbench/safeguarding',
      };
    case 'to-second':
      return { title: 'Something waits for your word as the second person', path: '/second' };
    case 'report-to-read':
      return { title: 'A report waits to be read and signed by you', path: `/report-room/${subject}` };
    case 'problems-to-answer':
      return {
        title: `${many === 1 ? 'One note' : `${many} notes`} that a figure looks wrong ${many === 1 ? 'has' : 'have'} no answer`,
        path: '/workbench/problems',
      };
    case 'answers-to-erase':
      return {
        title: `${many === 1 ? 'One answer was' : `${many} answers were`} taken back by whoever gave ${many === 1 ? 'it' : 'them'}: have ${many === 1 ? 'it' : 'them'} erased by whoever runs the hub (npx hub erase --taken-back)`,
        path: '/waits',
      };
    default:
      return { title: `Something of ${of} waits for you`, path: '/waits' };
  }
}
