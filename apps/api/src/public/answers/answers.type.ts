import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ANSWER_CUTS, type AnswerCut, type Receipt as ReceiptShape } from '#facts';
import { enumOf } from '../../graphql/enums.js';
import { Edition } from '../editions/edition.type.js';
import { Receipt } from '../figures/receipt.type.js';

export const AnswerCutEnum = enumOf(ANSWER_CUTS);
registerEnumType(AnswerCutEnum, {
  name: 'AnswerCut',
  description:
    'What answers to a closed question can be cut by: one characteristic, the ward, or the area (a declared group of wards).',
});

export const ROLES = ['option', 'other', 'dont-know', 'declined', 'not-shown'] as const;
export const OptionRoleEnum = enumOf(ROLES);
registerEnumType(OptionRoleEnum, {
  name: 'OptionRole',
  description:
    'OPTION: an answer that could be chosen. OTHER: answers that are none of these, together. DONT_KNOW, DECLINED and NOT_SHOWN (routed past, or it did not apply) are told apart from the base.',
});

const hiddenNull = { nullable: true };

@ObjectType('AnswerOption', { description: 'One answer to a closed question, and how many people gave it.' })
export class AnswerOption {
  @Field(() => String, {
    description: 'Unique within the question; stays from edition to edition while the label does.',
  })
  code!: string;
  @Field(() => String, { description: 'As asked. What fewer than ten people typed is under OTHER.' })
  label!: string;
  @Field(() => OptionRoleEnum, { description: 'What kind of answer it is.' }) role!: (typeof ROLES)[number];
  @Field(() => Int, {
    ...hiddenNull,
    description: 'Distinct people, released; null where hidden (zero is never told).',
  })
  people!: number | null;
  @Field(() => Int, {
    ...hiddenNull,
    description:
      'Whole percent of those who answered; null where hidden, under a base of 50, and beside the base.',
  })
  percent!: number | null;
  @Field(() => Float, {
    ...hiddenNull,
    description: 'Lower end of the 95% range of the percentage, noise included.',
  })
  low!: number | null;
  @Field(() => Float, {
    ...hiddenNull,
    description: 'Upper end of the 95% range of the percentage, noise included.',
  })
  high!: number | null;
  @Field(() => Int, {
    ...hiddenNull,
    description:
      'Of a scale: -2 and -1 on its bad side, 1 and 2 on its good one, 0 in the middle, whichever end was asked first. Where the words are neither (agree, support, likely, often, yes) the upper side says so of what was asked, good or bad.',
  })
  side!: number | null;
}

@ObjectType('ScaleNet', { description: 'Both sides of a scale, in percent of those who answered.' })
export class ScaleNetType {
  @Field(() => Int, {
    description: 'Percent on the good side, or of those who agree, support, find likely, say often or yes.',
  })
  good!: number;
  @Field(() => Int, { description: 'Percent on the other side.' }) bad!: number;
  @Field(() => Int, { description: 'The first less the second, in points.' }) net!: number;
  @Field(() => Float, { description: 'Lower end of its 95% range.' }) low!: number;
  @Field(() => Float, { description: 'Upper end of its 95% range.' }) high!: number;
}

@ObjectType('Answers', { description: 'The answers of everybody, or of the people of one value of a cut.' })
export class AnswersType {
  @Field(() => Int, { ...hiddenNull, description: 'People who answered, released: what percentages are of.' })
  base!: number | null;
  @Field(() => [AnswerOption], { description: 'In the order asked; never in the order of the counts.' })
  options!: AnswerOption[];
  @Field(() => Int, {
    ...hiddenNull,
    description: 'Percent of the hidden options together: “other answers, too few to show”.',
  })
  rest!: number | null;
  @Field(() => Int, {
    ...hiddenNull,
    description: 'Percentages are out by up to so many points; null from a base of 100 on.',
  })
  within!: number | null;
  @Field(() => ScaleNetType, {
    ...hiddenNull,
    description: 'Of a scale with two sides; null where a step is hidden, and for what is no scale.',
  })
  net!: ScaleNetType | null;
}

@ObjectType('WeightedOption', {
  description:
    'One answer as it would be if every age, sex and deprivation fifth had answered as it lives here.',
})
export class WeightedOptionType {
  @Field(() => String, { description: 'Code of the answer.' }) code!: string;
  @Field(() => Int, { ...hiddenNull, description: 'Percent; null where it can’t be weighted.' }) percent!:
    number | null;
  @Field(() => Float, { ...hiddenNull, description: 'Lower end of its 95% range.' }) low!: number | null;
  @Field(() => Float, { ...hiddenNull, description: 'Upper end of its 95% range.' }) high!: number | null;
}

@ObjectType('WeightedAnswers', {
  description:
    'Answers weighted to residents, made of the released answers by one characteristic each. It mends who was heard, not who chose to answer: never what residents think.',
})
export class WeightedAnswersType {
  @Field(() => String, { ...hiddenNull, description: 'Why nothing is weighted; null where something is.' })
  refused!: string | null;
  @Field(() => [WeightedOptionType], { description: 'In the order asked; empty where nothing is weighted.' })
  options!: WeightedOptionType[];
  @Field(() => Int, {
    ...hiddenNull,
    description: 'People that a simple random sample would need to be as sure.',
  })
  effective!: number | null;
}

@ObjectType('WordingInLanguage', { description: 'A question as it was put in one language.' })
export class WordingInLanguageType {
  @Field(() => String, { description: 'Code of the language (ISO 639): cy, pl.' }) language!: string;
  @Field(() => String, { description: 'Its wording in it.' }) text!: string;
}

export const LANGUAGE_OF_WORDING =
  'Code of the language of the wording (ISO 639), where whoever sends it says so; null otherwise.';
export const OTHER_WORDINGS =
  'The same question as it was put in other languages, in order of their codes; of an item of a matrix, the question that its items share.';

@ObjectType('MatrixItem', { description: 'What one item of a matrix is about, and what its items share.' })
export class MatrixItemType {
  @Field(() => String, { description: 'Key of the question that the items share.' }) key!: string;
  @Field(() => String, { description: 'Its wording.' }) text!: string;
  @Field(() => String, { description: 'What this item is about.' }) item!: string;
}

@ObjectType('OpenQuestion', {
  description: 'A question answered in one’s own words; its words are coded to themes.',
})
export class OpenQuestionType {
  @Field(() => String, { description: 'Key of the question within its engagement.' }) key!: string;
  @Field(() => String, { description: 'The exact wording.' }) text!: string;
  @Field(() => String, { nullable: true, description: LANGUAGE_OF_WORDING }) language!: string | null;
  @Field(() => [WordingInLanguageType], { description: OTHER_WORDINGS })
  otherWordings!: WordingInLanguageType[];
  @Field(() => Int, {
    ...hiddenNull,
    description: 'People who wrote something, released; null where hidden.',
  })
  people!: number | null;
}

@ObjectType('ThemeAmong', { description: 'A theme among those who chose an answer; exact, not published.' })
export class ThemeAmongType {
  @Field(() => String, { description: 'Code of the theme.' }) code!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => Int, { description: 'Distinct people who raised it and chose the answer.' }) people!: number;
  @Field(() => Int, { ...hiddenNull, description: 'Percent of those who chose the answer; null under 50.' })
  percent!: number | null;
}

@ObjectType('AnswersOfValue', { description: 'Answers of the people of one value of the cut.' })
export class AnswersOfValue {
  @Field(() => String, { description: 'Code of the value.' }) code!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => AnswersType, { description: 'What its people answered.' }) answers!: AnswersType;
}

@ObjectType('QuestionResult', {
  description: 'A question of an engagement, and what people answered: options, or themes of their words.',
})
export class QuestionResultType {
  @Field(() => String, { description: 'Key of the question within its engagement.' }) key!: string;
  @Field(() => String, { description: 'The exact wording.' }) text!: string;
  @Field(() => String, { nullable: true, description: LANGUAGE_OF_WORDING }) language!: string | null;
  @Field(() => [WordingInLanguageType], { description: OTHER_WORDINGS })
  otherWordings!: WordingInLanguageType[];
  @Field(() => String, {
    description:
      'choice | multi-choice | scale | matrix | ranking | number; free-text where its words are told by themes',
  })
  kind!: string;
  @Field(() => MatrixItemType, { ...hiddenNull, description: 'Null for what is no item of a matrix.' })
  matrix!: MatrixItemType | null;
  @Field(() => String, { ...hiddenNull, description: 'What a number counts, e.g. pounds a month.' })
  unit!: string | null;
  @Field(() => [String], {
    description:
      'Of a question answered in one’s own words: codes of the codebooks whose themes its answers are told by (`codebook`); empty otherwise.',
  })
  codedBy!: string[];
  @Field(() => Boolean, { description: 'Several could be chosen: percentages need not add to 100.' })
  several!: boolean;
  @Field(() => String, { description: 'What the answers say, in a sentence that the figures bear out.' })
  message!: string;
  @Field(() => AnswersType, { description: 'Of everybody who was asked.' }) all!: AnswersType;
  @Field(() => Int, {
    ...hiddenNull,
    description:
      'Heard in the engagement without an answer to this question; a difference of released figures.',
  })
  notAnswered!: number | null;
  @Field(() => WeightedAnswersType, { description: 'Beside the answers as they were given; never instead.' })
  weighted!: WeightedAnswersType;
  @Field(() => Receipt, { description: 'From the records received to those who answered this question.' })
  receipt!: ReceiptShape;
  @Field(() => [AnswersOfValue], {
    description: 'By value of the cut; empty without one, or where it is refused.',
  })
  cut!: AnswersOfValue[];
  @Field(() => String, {
    ...hiddenNull,
    description: 'Why the cut is not told; null where it is, or none was asked.',
  })
  cutRefused!: string | null;
}

@ObjectType('Results', {
  description:
    'Closed answers of one engagement, question by question, through disclosure: an option alone or by one characteristic or area, never two questions together.',
})
export class ResultsType {
  @Field(() => ID, { description: 'Of the engagement.' }) engagement!: string;
  @Field(() => Edition, { nullable: true, description: 'Null when working.' }) edition!: Edition | null;
  @Field(() => Boolean, { description: 'Exact, not published, of the own agencies.' }) working!: boolean;
  @Field(() => Int, { ...hiddenNull, description: 'People heard in the engagement, released.' }) heard!:
    number | null;
  @Field(() => [QuestionResultType], { description: 'In the order asked.' }) questions!: QuestionResultType[];
  @Field(() => [QuestionResultType], {
    description:
      'Questions answered in one’s own words that a codebook of the agency codes: each theme an option, `codebook/theme`.',
  })
  themed!: QuestionResultType[];
  @Field(() => [OpenQuestionType], { description: 'Answered in one’s own words.' }) open!: OpenQuestionType[];
  @Field(() => [ThemeAmongType], {
    description: 'Themes of whoever chose the answer that was asked about (`among`); empty otherwise.',
  })
  themes!: ThemeAmongType[];
}

@InputType('ChosenAnswer', { description: 'One answer to a closed question of the same engagement.' })
export class ChosenAnswer {
  @Field(() => String, { description: 'Key of the question.' }) question!: string;
  @Field(() => String, { description: 'Code of the answer.' }) option!: string;
}

@ArgsType()
export class AnswersArgs {
  @Field(() => ID, { description: 'Id of the engagement: agency/key.' }) engagement!: string;
  @Field(() => String, { nullable: true, description: 'Key of one question; all where absent.' })
  question?: string | null;
  @Field(() => AnswerCutEnum, { nullable: true }) by?: AnswerCut | null;
  @Field(() => ChosenAnswer, {
    nullable: true,
    description:
      'Only whoever chose this answer, on the same sheet: one question by another, for a signed-in analyst’s working figures alone.',
  })
  among?: ChosenAnswer | null;
  @Field(() => Int, { nullable: true, description: 'Number of the edition; the latest where absent.' })
  edition?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Exact figures, for a signed-in analyst.',
  })
  working?: boolean | null;
}
