import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import type { Grade } from '#statements';
import { Theme } from '../../public/codebook/codebook.type.js';
import { GradeEnum } from '../../public/grades/grade.type.js';

const some = { nullable: true };

export type Work = 'train' | 'propose' | 'batch';
export const WorkEnum = enumOf<Work>(['train', 'propose', 'batch']);
registerEnumType(WorkEnum, { name: 'CoderWork' });
const KindEnum = enumOf(['refine', 'train', 'recode', 'propose', 'batch']);
registerEnumType(KindEnum, { name: 'CoderRunKind' });
const StateEnum = enumOf(['proposed', 'waiting', 'running', 'done', 'failed']);
registerEnumType(StateEnum, { name: 'CoderRunState' });
export type ChangeKind = 'rename' | 'add' | 'split' | 'merge' | 'retire';
const ChangeEnum = enumOf<ChangeKind>(['rename', 'add', 'split', 'merge', 'retire']);
registerEnumType(ChangeEnum, { name: 'CodebookChangeKind' });

@ObjectType('ComparedTheme')
export class ComparedTheme {
  @Field(() => String) theme!: string;
  @Field(() => Int) before!: number;
  @Field(() => Int) after!: number;
  @Field(() => Int) gained!: number;
  @Field(() => Int) lost!: number;
  @Field(() => Float, {
    ...some,
    description: 'Agreement with people on the blind audit sample; null where there is nothing to judge by.',
  })
  f1Before!: number | null;
  @Field(() => Float, some) f1After!: number | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The codebook of this model does not have it any more: what was coded as it goes.',
  })
  goes!: boolean;
  @Field(() => GradeEnum, {
    ...some,
    description: 'Grade by the same audit now; null of a theme that is new.',
  })
  gradeBefore!: Grade | null;
  @Field(() => GradeEnum, { ...some, description: 'Grade that it would have; null of a theme that goes.' })
  gradeAfter!: Grade | null;
  @Field(() => Float, {
    ...some,
    description: 'What its corrected people would be times; null where one of the two is not told.',
  })
  times!: number | null;
}

@ObjectType('ChangedComment')
export class ChangedComment {
  @Field(() => ID) submission!: string;
  @Field(() => [String]) gained!: string[];
  @Field(() => [String]) lost!: string[];
}

@ObjectType('ModelComparison', { description: 'What would change if this model were signed off.' })
export class ModelComparison {
  @Field(() => Int) compared!: number;
  @Field(() => Int) changed!: number;
  @Field(() => [ComparedTheme]) themes!: ComparedTheme[];
  @Field(() => [ChangedComment]) examples!: ChangedComment[];
  @Field(() => Int) audited!: number;
  @Field(() => Float, some) f1Before!: number | null;
  @Field(() => Float, some) f1After!: number | null;
}

@ObjectType('CoderRun', { description: 'A piece of long work of the coder, with how far it is.' })
export class CoderRun {
  @Field(() => ID) id!: number;
  @Field(() => KindEnum) kind!: string;
  @Field(() => StateEnum) state!: string;
  @Field(() => String) stage!: string;
  @Field(() => Int) done!: number;
  @Field(() => Int) total!: number;
  @Field(() => String) actor!: string;
  @Field(() => DateTimeScalar) askedAt!: string;
  @Field(() => Int, { ...some, description: 'Milliseconds of the training itself.' }) tookMs!: number | null;
  @Field(() => String, some) model!: string | null;
  @Field(() => Int, { ...some, description: 'The edition in which it ended.' }) edition!: number | null;
  @Field(() => ModelComparison, some) comparison!: ModelComparison | null;
}

@ObjectType('CoderModel')
export class CoderModel {
  @Field(() => String) version!: string;
  @Field(() => String) kind!: string;
  @Field(() => Int, { ...some, description: 'Codings that it learned from; null for rules.' }) codings!:
    number | null;
  @Field(() => Int, some) codebookVersion!: number | null;
  @Field(() => String, { ...some, description: 'SHA-256 of the codings that it learned from.' })
  trainingHash!: string | null;
  @Field(() => DateTimeScalar) madeAt!: string;
  @Field(() => String, some) signedOffBy!: string | null;
  @Field(() => DateTimeScalar, some) signedOffAt!: string | null;
  @Field(() => Boolean) inForce!: boolean;
}

@ObjectType('CodebookVersion')
export class CodebookVersion {
  @Field(() => String) code!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) note!: string;
  @Field(() => Int) themes!: number;
  @Field(() => String, some) actor!: string | null;
  @Field(() => DateTimeScalar, some) at!: string | null;
  @Field(() => Boolean) inForce!: boolean;
}

@ObjectType('Workbench', { description: 'What waits for the viewer, and how the coder stands.' })
export class Workbench {
  @Field(() => String) codebook!: string;
  @Field(() => Int) codebookVersion!: number;
  @Field(() => [Theme], { description: 'The codebook that people code by: the newest version there is.' })
  themes!: Theme[];
  @Field(() => Int) batchLeft!: number;
  @Field(() => Int) secondLeft!: number;
  @Field(() => Int) auditLeft!: number;
  @Field(() => Int, { description: 'Comments whose coding a change of the codebook left open.' })
  toRecode!: number;
  @Field(() => Int) disagreements!: number;
  @Field(() => Int) safeguarding!: number;
  @Field(() => [CoderModel]) models!: CoderModel[];
  @Field(() => [CoderRun], { description: 'The latest run of each kind.' }) runs!: CoderRun[];
  @Field(() => [CodebookVersion]) codebooks!: CodebookVersion[];
}

@InputType('ThemeInput')
export class ThemeInput {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, some) parent?: string | null;
  @Field(() => String) definition!: string;
  @Field(() => [String], { defaultValue: [] }) include!: string[];
  @Field(() => [String], { defaultValue: [] }) exclude!: string[];
  @Field(() => [String], { defaultValue: [] }) examples!: string[];
}

@InputType('CodebookChangeInput', {
  description: 'One change makes one new version; it speaks with the next model signed off.',
})
export class CodebookChangeInput {
  @Field(() => ChangeEnum) kind!: ChangeKind;
  @Field(() => [String], {
    defaultValue: [],
    description: 'The themes concerned: one, or several to be merged.',
  })
  themes!: string[];
  @Field(() => String, some) name?: string | null;
  @Field(() => [ThemeInput], { defaultValue: [], description: 'What they become.' }) into!: ThemeInput[];
}
