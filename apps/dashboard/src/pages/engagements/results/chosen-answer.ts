/** An answer as the API takes it. */
export interface ChosenAnswer {
  question: string;
  option: string;
}

export const AMONG = 'among';
const BETWEEN = '~';

/** The answer that an address narrows everything to; none where it names none. */
export function amongIn(search: URLSearchParams): ChosenAnswer | null {
  const text = search.get(AMONG) ?? '';
  const at = text.indexOf(BETWEEN);
  return at > 0 ? { question: text.slice(0, at), option: text.slice(at + 1) } : null;
}

/** As it stands in an address. */
export const asParam = ({ question, option }: ChosenAnswer): string => `${question}${BETWEEN}${option}`;
