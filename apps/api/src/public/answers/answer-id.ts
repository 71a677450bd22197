/** One answer to a closed question of an engagement: what an id of a figure is for the numbers of `answers`. */
export interface AnswerAddress {
  /** agency/key */
  engagement: string;
  question: string;
  /** Code of the option. */
  option: string;
}

const REPORT = 'answers';

/** `answers/<agency>/<key>/<question>/<option>`, each part percent-encoded. */
export const writeAnswerId = ({ engagement, question, option }: AnswerAddress): string =>
  [REPORT, ...engagement.split('/'), question, option].map(encodeURIComponent).join('/');

/** Null for what is no id of an answer. */
export function readAnswerId(id: string): AnswerAddress | null {
  const [report, agency, key, question, option, ...more] = id.split('/').map(decoded);
  if (report !== REPORT || !agency || !key || !question || !option || more.length > 0) return null;
  return { engagement: `${agency}/${key}`, question, option };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
