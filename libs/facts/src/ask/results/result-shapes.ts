import type { ScaleSide } from '#domain';
import type { ScaleNet } from '#statements';
import type { OptionRow } from '#store';
import type { AnswerCut } from '../../dimensions.js';
import type { Edition, Receipt } from '../figure-shapes.js';
import type { MatrixItem, Wording } from './asked-questions.js';

/** What is asked of the answers of one engagement. */
export interface ResultsQuestion {
  /** agency/key */
  engagement: string;
  /** Key of one question; absent: all. */
  question?: string | null;
  /** One characteristic, ward or area to cut by. */
  by?: AnswerCut | null;
  /** Only whoever chose this answer, on the same sheet; of working figures alone, for two answers together are never public. */
  among?: { question: string; option: string } | null;
  edition?: number | null;
  /** The working facts instead of an edition; for an analyst's session only. */
  working?: boolean;
}

/** One option of a question, in all or among a value of the cut. */
export interface OptionFigure {
  code: string;
  label: string;
  role: OptionRow['role'];
  /** Released people; null where hidden. */
  people: number | null;
  /** Whole percent of those who answered; null where hidden, where the base is under 50, and for what stands beside the base. */
  percent: number | null;
  /** Its 95% range, noise and rounding included. */
  low: number | null;
  high: number | null;
  /** Of a scale: on which side of its middle; null for what is no step of one. */
  side: ScaleSide | null;
}

/** The answers of everybody, or of the people of one value of the cut. */
export interface Answers {
  /** Released people who answered; null where hidden. */
  base: number | null;
  options: OptionFigure[];
  /** Percent of the hidden options together; null where none is hidden or no percentages are told. */
  rest: number | null;
  /** Percentages are out by up to so many points. */
  within: number | null;
  /** Of a scale: both its sides; null where a step is hidden, and for what is no scale. */
  net: ScaleNet | null;
}

/** An option as it would be if every age, sex and deprivation fifth had answered as it lives here. */
export interface WeightedOption {
  code: string;
  /** Percent; null where the share can't be weighted. */
  percent: number | null;
  low: number | null;
  high: number | null;
}

export interface WeightedAnswers {
  /** Why nothing is weighted, in a sentence; null where something is. */
  refused: string | null;
  options: WeightedOption[];
  /** People of a simple random sample that would be as sure; null where nothing is weighted. */
  effective: number | null;
}

export interface QuestionResult extends Wording {
  engagement: string;
  key: string;
  text: string;
  kind: string;
  /** Of an item of a matrix: the question that its items share, and what the item is. */
  matrix: MatrixItem | null;
  /** What a number counts. */
  unit: string | null;
  /** Of an open question: codes of the codebooks whose themes its words are told by; empty otherwise. */
  codedBy: string[];
  /** Several may be chosen: each option is a question of its own and percentages need not add up. */
  several: boolean;
  /** What the answers say, as a heading. */
  message: string;
  all: Answers;
  /** Heard in the engagement and not counted in this question at all: they gave no answer to it. Null where it can't be told. */
  notAnswered: number | null;
  weighted: WeightedAnswers;
  receipt: Receipt;
  /** Answers by value of the cut; empty without one, or where it is refused. */
  cut: { code: string; name: string; answers: Answers }[];
  /** Why the cut is not told, in a sentence; null where it is, or none was asked. */
  cutRefused: string | null;
}

export interface Results {
  engagement: string;
  edition: Edition | null;
  working: boolean;
  /** Released people heard in the engagement. */
  heard: number | null;
  questions: QuestionResult[];
  /** Open questions whose words are told by themes of a codebook of the agency: an option is a theme, coded `codebook/theme`. */
  themed: QuestionResult[];
  /** Questions answered in one's own words, and how many people wrote something. */
  open: ({ key: string; text: string; people: number | null } & Wording)[];
  /** Themes raised by whoever chose the answer that was asked about, the commonest first; of working figures alone, otherwise empty. */
  themes: { code: string; name: string; people: number; percent: number | null }[];
}

export const isApart = (role: OptionRow['role']): boolean =>
  role === 'dont-know' || role === 'declined' || role === 'not-shown';
