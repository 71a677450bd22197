import { askOfOther, choiceOrText, NAMES_LIST, otherWritten, REPEATING } from './choice-or-text.js';
import { codeLists } from './code-lists.js';
import { learnOptions, numberedLists, pieces, slugList } from './delimited.js';
import { jsonLists, pairedCell, placedCell } from './in-one-cell.js';
import {
  CHOOSE,
  FEW_TO_TELL,
  isChoiceOfReasons,
  isListed,
  isPlainlyList,
  listsSeveral,
  mayBeList,
  ONE_OF,
  OWN_WORDS_SURE,
} from './looks-listed.js';
import { answers, ask, finding, type Finding, type Hints, text } from './meaning.js';
import { numbers } from './numbers.js';
import type { OptionList } from './option-list.js';
import { areOwnWords, areRemarks } from './own-words.js';
import type { ColumnProfile } from './profile.js';
import { isTick } from './tick-all.js';
import { isScaleStep, scaleOrder } from '#domain';
import { FREE_TEXT_LIKELY, FREE_TEXT_SURE } from './words.js';
import { writtenIn } from './written-in.js';

const RANK = /\b(rank|order of|in order|priorit(y|ies|ise)|preference)\b/;

/** What kind of question a column answers: its cells first, the words of its label where they leave it open. */
export function question(words: string, profile: ColumnProfile, hints: Hints): Finding {
  const found = numberedInOrder(kindOf(words, profile, hints));
  const { meaning } = found;
  const closed = meaning.as === 'question' && (meaning.kind === 'choice' || meaning.kind === 'scale');
  const listed = NAMES_LIST.test(words) || (ONE_OF.test(words) && isChoiceOfReasons(words, profile));
  const own = !listed && (FREE_TEXT_SURE.test(words) || FREE_TEXT_LIKELY.test(words));
  // In few rows "Good", "OK" and "No" are a list, or all that people had to say.
  if (closed && own && found.ask === null && profile.filled < FEW_TO_TELL)
    return { ...found, confidence: 0.5, ask: ask('kind', REPEATING) };
  if (found.ask || meaning.as !== 'question' || meaning.stands || !areCodes(meaning.options)) return found;
  if (meaning.kind !== 'choice' && meaning.kind !== 'multi-choice') return found;
  if (REFERENCES.test(words) && meaning.options.every((option) => /^[a-z]/i.test(option))) return found;
  const why = 'The answers are codes: say what each stands for.';
  return { ...found, confidence: 0.5, ask: ask('codes', why) };
}

const NUMBERED = /^(\d{1,2})(?:\s*[-–:.)=(]\s*\S|$)/;

/** "1 (Oppose)", 2, 3, 4, "5 (Support)": steps of a scale of which the lowest and the highest are named. */
function hasNamedEnds({ counts, overflow }: ColumnProfile): boolean {
  if (overflow > 0 || counts.size < 3 || counts.size > MOST_STEPS) return false;
  const steps = [...counts.keys()].map((cell) => ({ cell, number: Number(NUMBERED.exec(cell)?.[1] ?? NaN) }));
  const order = steps.sort((a, b) => a.number - b.number);
  return order.every(({ cell, number }, at) => {
    const end = at === 0 || at === order.length - 1;
    return !Number.isNaN(number) && end !== /^\d+$/.test(cell) && number !== order[at - 1]?.number;
  });
}
const MOST_STEPS = 11;

/** Options that begin with numbers stand in their order; where some are numbers alone the others name the ends of a scale. */
function numberedInOrder(found: Finding): Finding {
  const { meaning } = found;
  if (meaning.as !== 'question' || meaning.kind !== 'choice' || meaning.stands) return found;
  const steps = meaning.options.filter((option) => !isScaleStep(option) || NUMBERED.test(option));
  const numbers = new Map(steps.map((option) => [option, Number(NUMBERED.exec(option)?.[1] ?? NaN)]));
  if (steps.length < 3 || new Set(numbers.values()).size < steps.length) return found;
  if ([...numbers.values()].some((number) => Number.isNaN(number))) return found;
  const at = (option: string): number => numbers.get(option) ?? Infinity;
  const options = [...meaning.options].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
  const alone = steps.filter((option) => /^\d+$/.test(option)).length;
  const kind = alone > 0 && alone < steps.length ? 'scale' : 'choice';
  return { ...found, meaning: { ...meaning, kind, options } };
}

/** What has a number for its name: a policy of a plan, a route, a site. */
const REFERENCES =
  /^(document )?(part|policy|policies|chapter|paragraph|section|site|site allocation|plot|zone|route|road|junction)( (no\.?|number|ref(erence)?))?$/;

/** Options as a tool numbers them ("A1", "SQ003", "2") where it was told to write codes and no wordings. */
export const areCodes = (options: readonly string[]): boolean =>
  options.length > 1 && options.every((option) => /^[a-z]{0,3}\d{1,4}$/i.test(option));

function kindOf(words: string, profile: ColumnProfile, hints: Hints): Finding {
  const values = profile.values();
  const codes = codeLists(words, profile);
  if (codes) return codes;
  const number = hasNamedEnds(profile) ? null : numbers(words, profile, values);
  if (number) return number;
  const written = jsonLists(profile) ?? placedCell(words, profile) ?? pairedCell(profile, hints.delimiter);
  if (written) return written;
  if (WRITTEN_BESIDE.test(words) && !values.every((value) => isScaleStep(value) || isTick(value)))
    return finding(text(), 0.9, 'The label says that people wrote it beside an option.');
  if (
    FREE_TEXT_SURE.test(words) &&
    !/\bselected choice$/.test(words) &&
    !values.every(isScaleStep) &&
    !isListed(words, profile, hints) &&
    !isChoiceOfReasons(words, profile)
  )
    return ownWords(words, profile, hints);
  const scale = scaleOrder(values);
  if (scale && profile.overflow === 0)
    return finding(answers('scale', { options: scale }), 0.97, 'The cells are the steps of a known scale.');
  const several = severalOf(words, profile, hints);
  if (several) return several;
  return choiceOrText(words, profile, values);
}

/** What was written beside "Other" is no list, however many wrote the same. */
const OF_OTHER = /\bother\b.{0,30}\b(specify|state|say|describe|tell us)\b/;
/** As tools call the column for what was written beside an option: "Which? - Another - Text", "Other - Which?". */
const WRITTEN_BESIDE = /\S - text$|^other - \S|\[other\]$/;

/** The label asks for people's own words; where their cells are a list all the same, that is said. */
function ownWords(words: string, profile: ColumnProfile, hints: Hints): Finding {
  if (areOwnWords(profile) || OF_OTHER.test(words))
    return finding(text(), 0.97, 'The label asks for people’s own words.');
  const doubt =
    !OWN_WORDS_SURE.test(words.replace(/\bwhy\b/, '')) &&
    (mayBeList(profile) || listsSeveral(profile, hints));
  const described = DESCRIBES.test(words) && profile.filled >= 15 && mayBeList(profile);
  if (!isPlainlyList(profile) && !described)
    return finding(
      text(),
      doubt ? 0.5 : 0.95,
      'The label asks for people’s own words.',
      doubt ? ask('kind', REPEATING) : null,
    );
  if (DESCRIBES.test(words))
    return finding(
      answers('choice', { options: profile.values() }),
      0.8,
      'The cells are a few answers, each of many people.',
      askOfOther(profile),
    );
  return finding(text(), 0.5, 'The cells are a few answers, each of many people.', ask('kind', REPEATING));
}

/** "How would you describe yourself", "please state your connection": whose own words may come from a list. */
const DESCRIBES =
  /\bhow (would|do) you describe\b|\bdescribes\b|\bplease (specify|state|say) (your|which|if|whether)\b|\bwhich\b/;
function severalOf(words: string, profile: ColumnProfile, { delimiter, closes }: Hints): Finding | null {
  const numbered = numberedLists(profile.counts);
  if (numbered && profile.overflow === 0)
    return finding(
      answers('ranking', { options: [...numbered.options].sort(), delimiter: numbered.delimiter }),
      0.92,
      'The cells are numbered lists: their order is the answer.',
    );
  // Where the tool closes each option with its mark, a cell that does not end so holds none.
  const mark = delimiter?.trim() ?? '';
  if (closes && ![...profile.counts.keys()].every((cell) => !cell.includes(mark) || cell.endsWith(mark)))
    return null;
  const closed = closes && mark !== '' ? closedLists(profile, mark) : null;
  if (closed) return closed;
  const told = CHOOSE.test(words) || slugList(profile.counts) !== null;
  if (!told && (FREE_TEXT_LIKELY.test(words) ? areOwnWords : areRemarks)(profile)) return null;
  const list: OptionList | null =
    (delimiter === null ? null : learnOptions(profile.counts, delimiter)) ?? learnOptions(profile.counts);
  if (!list || profile.overflow > 0.2 * profile.filled) return null;
  const ranked = list.everyone && (RANK.test(words) || profile.counts.size > 1);
  if (ranked)
    return finding(
      answers('ranking', { options: [...list.options].sort(), delimiter: list.delimiter }),
      0.9,
      'Every cell holds every option once: their order is the answer.',
    );
  return finding(
    answers('multi-choice', { options: list.options, delimiter: list.delimiter }),
    0.9,
    `The cells hold several of ${list.options.length} options.`,
    doubtOf(list),
  );
}

/** Cells that all end with the mark that a tool puts behind each option: several could be chosen, even if nobody did. */
function closedLists({ counts, overflow }: ColumnProfile, mark: string): Finding | null {
  if (overflow > 0 || ![...counts.keys()].every((cell) => cell.endsWith(mark))) return null;
  if ([...counts.keys()].some((cell) => pieces(cell, mark).length > 1)) return null;
  const options = [...counts.keys()].flatMap((cell) => pieces(cell, mark));
  return finding(answers('multi-choice', { options, delimiter: mark }), 0.9, 'Each cell is a closed list.');
}

/** What a list that was learnt from cells leaves open. */
function doubtOf({ counts, torn }: OptionList): Finding['ask'] {
  if (torn)
    return ask('options', 'Two options always stand together: are they two, or one that holds a comma?');
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = writtenIn({ counts, filled, overflow: 0 });
  return own === 0 ? null : ask('other', otherWritten(own));
}
