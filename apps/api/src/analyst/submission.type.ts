import { ArgsType, Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { SubmissionFilter as FilterShape } from '#store';
import { connectionOf, PageOf50 } from '../graphql/paging.js';
import { DateScalar } from '../graphql/scalars.js';
import { Agency } from '../public/agencies/agency.type.js';
import { Theme } from '../public/codebook/codebook.type.js';

const some = { nullable: true };

@ObjectType('Comment')
export class Comment {
  @Field(() => String) question!: string;
  @Field(() => String) text!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Nothing: what came byte for byte is not masked.',
    deprecationReason: 'Always null. Who is on duty reads it by `commentAsWritten`, with a reason.',
  })
  original!: string | null;
}

@ObjectType('AssignedTheme')
export class AssignedTheme {
  @Field(() => Theme) theme!: Theme;
  @Field(() => String) source!: string;
  @Field(() => Float) probability!: number;
  @Field(() => [String], { description: 'The words that the theme rests on.' }) evidence!: string[];
}

@ObjectType('Submission')
export class Submission {
  @Field(() => ID) id!: string;
  @Field(() => Agency) agency!: Agency;
  @Field(() => String, { description: 'Its title.' }) engagement!: string;
  @Field(() => ID, { description: 'As in Engagement.id.' }) engagementId!: string;
  @Field(() => DateScalar, some) submittedOn!: string | null;
  /** Code; the field `ward` gives the area itself. */
  wardCode!: string | null;
}

@ObjectType('SubmissionConnection')
export class SubmissionConnection extends connectionOf(() => Submission) {
  /** What the count is of; counted only where it is asked for. */
  filter!: FilterShape;
}

@InputType('SubmissionFilter')
export class SubmissionFilter implements FilterShape {
  @Field(() => [String], some) agency?: string[] | null;
  @Field(() => [String], some) engagement?: string[] | null;
  @Field(() => [String], some) theme?: string[] | null;
  @Field(() => [String], some) ward?: string[] | null;
  @Field(() => String, some) search?: string | null;
}

@ArgsType()
export class SubmissionsArgs extends PageOf50 {
  @Field(() => SubmissionFilter, some) filter?: SubmissionFilter | null;
}
