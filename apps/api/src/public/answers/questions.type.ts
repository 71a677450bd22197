import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageOf20 } from '../../graphql/paging.js';
import {
  LANGUAGE_OF_WORDING,
  MatrixItemType,
  OptionRoleEnum,
  OTHER_WORDINGS,
  type ROLES,
  WordingInLanguageType,
} from './answers.type.js';

@ObjectType('AskedOption', { description: 'What could be answered to a question.' })
export class AskedOptionType {
  @Field(() => String, { description: 'Unique within the question.' }) code!: string;
  @Field(() => String, { description: 'As asked. What fewer than ten people typed is under OTHER.' })
  label!: string;
  @Field(() => OptionRoleEnum, { description: 'What kind of answer it is.' }) role!: (typeof ROLES)[number];
}

@ObjectType('AskedQuestion', {
  description: 'A question as an engagement asked it: a fact of an edition, without figures (see answers).',
})
export class AskedQuestionType {
  @Field(() => ID, { description: 'Of the engagement: agency/key.' }) engagement!: string;
  @Field(() => String, { description: 'Key of the question within its engagement.' }) key!: string;
  @Field(() => String, { description: 'The exact wording.' }) text!: string;
  @Field(() => String, { nullable: true, description: LANGUAGE_OF_WORDING }) language!: string | null;
  @Field(() => [WordingInLanguageType], { description: OTHER_WORDINGS })
  otherWordings!: WordingInLanguageType[];
  @Field(() => String, {
    description: 'choice | multi-choice | scale | matrix | ranking | number | free-text',
  })
  kind!: string;
  @Field(() => MatrixItemType, { nullable: true, description: 'Null for what is no item of a matrix.' })
  matrix!: MatrixItemType | null;
  @Field(() => String, { nullable: true, description: 'What a number counts, e.g. pounds a month.' })
  unit!: string | null;
  @Field(() => [AskedOptionType], {
    description: 'In the order asked; empty where it is answered in one’s own words.',
  })
  options!: AskedOptionType[];
}

@ObjectType('AskedQuestionConnection', { description: 'A page of questions.' })
export class AskedQuestionConnection extends connectionOf(() => AskedQuestionType) {}

@ArgsType()
export class QuestionsArgs extends PageOf20 {
  @Field(() => ID, { nullable: true, description: 'Id of one engagement: agency/key.' })
  engagement?: string | null;
  @Field(() => String, { nullable: true, description: 'Words of the question, all of them.' })
  search?: string | null;
  @Field(() => Int, { nullable: true, description: 'Number of the edition; the latest where absent.' })
  edition?: number | null;
}
