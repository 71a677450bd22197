import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Agency } from '../../public/agencies/agency.type.js';
import { Area } from '../../public/areas/area.type.js';

const some = { nullable: true };

export type Pile = 'batch' | 'second' | 'audit';
export const PileEnum = enumOf<Pile>(['batch', 'second', 'audit']);
registerEnumType(PileEnum, {
  name: 'Pile',
  description:
    'BATCH: where the coder is least sure. SECOND: coded by somebody else before. AUDIT: the blind random sample.',
});
export type Outcome = 'themes' | 'none' | 'unsure';
const OutcomeEnum = enumOf<Outcome>(['themes', 'none', 'unsure']);
registerEnumType(OutcomeEnum, { name: 'CodingOutcome' });
export type Decision = 'assign' | 'suggest' | 'absent';
const DecisionEnum = enumOf<Decision>(['assign', 'suggest', 'absent']);
registerEnumType(DecisionEnum, { name: 'AssignmentDecision' });
export type Place = 'first' | 'second' | 'settled';
const PlaceEnum = enumOf<Place>(['first', 'second', 'settled']);
registerEnumType(PlaceEnum, { name: 'CodingPlace' });

@ObjectType('CommentSegment', { description: 'A stretch of a comment that is shown alike.' })
export class CommentSegment {
  @Field(() => String) text!: string;
  @Field(() => String, {
    ...some,
    description: 'Kind of personal data that stood here; its words are not given out.',
  })
  masked!: string | null;
  @Field(() => [String], { description: 'Codes of themes that rest on these words.' }) themes!: string[];
}

@ObjectType('CommentPart')
export class CommentPart {
  @Field(() => String) question!: string;
  @Field(() => [CommentSegment]) segments!: CommentSegment[];
}

@ObjectType('SuggestedTheme', { description: 'What the coder says, with everything that it rests on.' })
export class SuggestedTheme {
  @Field(() => String) theme!: string;
  @Field(() => DecisionEnum) decision!: Decision;
  @Field(() => Float) probability!: number;
  @Field(() => String) source!: string;
  @Field(() => String, some) model!: string | null;
  @Field(() => Int) codebookVersion!: number;
  @Field(() => [String], { description: 'Why, in the coder’s own terms: phrases and weighted words.' })
  because!: string[];
}

@ObjectType('PersonsCoding')
export class PersonsCoding {
  @Field(() => ID) id!: number;
  @Field(() => ID) submission!: string;
  @Field(() => PlaceEnum) place!: Place;
  @Field(() => String) coder!: string;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => OutcomeEnum) outcome!: Outcome;
  @Field(() => [String]) themes!: string[];
  @Field(() => String) note!: string;
  @Field(() => Int) codebookVersion!: number;
  @Field(() => DateTimeScalar) at!: string;
}

@ObjectType('AssignmentLine', {
  description: 'One line of history: who decided what, when, why, and what it replaced.',
})
export class AssignmentLine {
  @Field(() => ID) id!: number;
  @Field(() => String) theme!: string;
  @Field(() => DecisionEnum) decision!: Decision;
  @Field(() => String) source!: string;
  @Field(() => String) actor!: string;
  @Field(() => String, some) model!: string | null;
  @Field(() => String) codebook!: string;
  @Field(() => Int) codebookVersion!: number;
  @Field(() => Float) probability!: number;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => ID, some) supersedes!: number | null;
  @Field(() => String, some) note!: string | null;
  @Field(() => Boolean) inForce!: boolean;
}

@ObjectType('CommentToCode', { description: 'A comment as people code it: personal data masked.' })
export class CommentToCode {
  @Field(() => ID) submission!: string;
  @Field(() => Agency) agency!: Agency;
  @Field(() => String) engagement!: string;
  @Field(() => Area, some) ward!: Area | null;
  @Field(() => DateScalar, some) submittedOn!: string | null;
  @Field(() => [CommentPart]) parts!: CommentPart[];
  @Field(() => Int, { description: 'Comments that say the same, this one too.' }) sameArgument!: number;
  @Field(() => Boolean) safeguarding!: boolean;
  @Field(() => Boolean, { description: 'True where nothing of what others or the coder say is shown.' })
  blind!: boolean;
  @Field(() => [SuggestedTheme]) suggestions!: SuggestedTheme[];
  @Field(() => [PersonsCoding]) codings!: PersonsCoding[];
  @Field(() => [AssignmentLine]) history!: AssignmentLine[];
}

@ObjectType('SignedComment')
export class SignedComment {
  @Field(() => ID, { description: 'Number of the coding, to take it back by.' }) id!: number;
}

@InputType('SignCommentInput')
export class SignCommentInput {
  @Field(() => ID) submission!: string;
  @Field(() => PileEnum) pile!: Pile;
  @Field(() => Boolean, { defaultValue: false, description: 'This settles a disagreement.' })
  settles!: boolean;
  @Field(() => OutcomeEnum) outcome!: Outcome;
  @Field(() => [String], { defaultValue: [] }) themes!: string[];
  @Field(() => String, { defaultValue: '' }) note!: string;
}
