import type { Codebook } from '#domain';

/** The doors of theme coding. */

/** A piece of free text to be coded. */
export interface Response {
  id: string;
  /** The question asked, if known. */
  question: string | null;
  text: string;
}

/** Character offsets into the text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Assignment {
  responseId: string;
  theme: string;
  decision: 'assign' | 'suggest';
  /** Calibrated where the model is; a rule's own precision otherwise. */
  probability: number;
  source: 'human' | 'rule' | 'model' | 'llm';
  evidence: { span: Span; because: string }[];
}

/** Result for one response: none of the assignments = abstained, unless `noAnswer`. */
export interface CodedResponse {
  responseId: string;
  noAnswer: boolean;
  assignments: Assignment[];
  stance: 'positive' | 'negative' | 'mixed' | 'neutral' | null;
  /** Personal data found in the text, by type. */
  personalData: { span: Span; type: string; because: string }[];
  /** Goes to a person at once. */
  safeguarding: boolean;
}

/** Trained state; version is the hash of training ids, settings and packages. */
export interface CoderModel {
  version: string;
  kind: string;
  parameters: Record<string, unknown>;
}

export interface TrainingExample {
  response: Response;
  themes: string[];
}

export type CodeResponses = (responses: Response[], codebook: Codebook, model: CoderModel) => CodedResponse[];
export type TrainCoder = (examples: TrainingExample[], codebook: Codebook) => CoderModel;

/** Which responses say the same (campaign copies, near duplicates): argument id per response. */
export type GroupArguments = (responses: { id: string; text: string }[]) => Map<string, string>;
