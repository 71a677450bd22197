import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Theme } from '../../public/codebook/codebook.type.js';
import { CommentSegment } from '../coding/coding.type.js';

const some = { nullable: true };

export type DraftState = 'open' | 'kept' | 'merged' | 'dropped';
export const DraftStateEnum = enumOf<DraftState>(['open', 'kept', 'merged', 'dropped']);
registerEnumType(DraftStateEnum, {
  name: 'DraftState',
  description: 'OPEN: proposed, nobody has decided. DROPPED: its comments say none of the themes.',
});
export type OwnRunKind = 'group' | 'split' | 'code';
const RunKindEnum = enumOf<OwnRunKind>(['group', 'split', 'code']);
registerEnumType(RunKindEnum, { name: 'CodebookRunKind' });
export type OwnRunState = 'waiting' | 'running' | 'done' | 'failed';
const RunStateEnum = enumOf<OwnRunState>(['waiting', 'running', 'done', 'failed']);
registerEnumType(RunStateEnum, { name: 'CodebookRunState' });
export type AnswerOutcome = 'themes' | 'none' | 'unsure';
export const AnswerOutcomeEnum = enumOf<AnswerOutcome>(['themes', 'none', 'unsure']);
registerEnumType(AnswerOutcomeEnum, { name: 'AnswerOutcome' });
export type AnswerSide = 'for' | 'against' | 'both' | 'neither';
export const AnswerSideEnum = enumOf<AnswerSide>(['for', 'against', 'both', 'neither']);
registerEnumType(AnswerSideEnum, {
  name: 'AnswerSide',
  description: 'Where an answer stands to what was asked. NEITHER: it does not say.',
});
export type CodingPurpose = 'teach' | 'check';
const PurposeEnum = enumOf<CodingPurpose>(['teach', 'check']);
registerEnumType(PurposeEnum, {
  name: 'CodingPurpose',
  description: 'TEACH: the coder learns from it. CHECK: it never does, so that it can be judged by it.',
});

@ObjectType('OwnCodebook', { description: 'A codebook that an agency owns, for open questions of its own.' })
export class OwnCodebook {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'Code of the agency that owns it.' }) agency!: string;
  @Field(() => Boolean, { description: 'Other agencies may code their questions by it.' }) shared!: boolean;
  @Field(() => String) madeBy!: string;
  @Field(() => DateTimeScalar) madeAt!: string;
  @Field(() => Int, { description: 'Number of its newest version; 0 while it is only a draft.' })
  newest!: number;
  @Field(() => Int, { ...some, description: 'Number of the version that editions count by; null: none yet.' })
  inForce!: number | null;
}

@ObjectType('QuestionToCode', { description: 'An open question that a codebook may be made for.' })
export class QuestionToCode {
  @Field(() => String) agency!: string;
  @Field(() => String, { description: 'Key within the agency.' }) engagement!: string;
  @Field(() => String, { description: 'Title of the engagement.' }) title!: string;
  @Field(() => String, { description: 'Key of the question.' }) question!: string;
  @Field(() => String) text!: string;
  @Field(() => [String], { description: 'Codes of the codebooks that code it.' }) codedBy!: string[];
}

@ObjectType('NearComment', { description: 'A comment near a proposed theme’s middle, personal data masked.' })
export class NearComment {
  @Field(() => ID) answer!: number;
  @Field(() => [CommentSegment]) segments!: CommentSegment[];
  @Field(() => Boolean, {
    ...some,
    description: 'Whether a person said that it is of the theme; null: nobody yet.',
  })
  yes!: boolean | null;
}

@ObjectType('DraftTheme', { description: 'A group of comments that may be a theme: a person decides.' })
export class DraftTheme {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'When a comment counts.' }) definition!: string;
  @Field(() => String, { description: 'When it does not.' }) excludes!: string;
  @Field(() => [String], { description: 'What marks its comments off from all others.' }) phrases!: string[];
  @Field(() => DraftStateEnum) state!: DraftState;
  @Field(() => ID, some) mergedInto!: number | null;
  @Field(() => Int, { description: 'Comments grouped here, of the own agencies.' }) comments!: number;
}

@ObjectType('ThemeCount')
export class ThemeCount {
  @Field(() => String) theme!: string;
  @Field(() => Int) answers!: number;
}
@ObjectType('ThemesTogether')
export class ThemesTogether {
  @Field(() => String) a!: string;
  @Field(() => String) b!: string;
  @Field(() => Int) answers!: number;
}

@ObjectType('SideCounts', { description: 'Answers by where they stand to what was asked.' })
export class SideCounts {
  @Field(() => String, { description: 'Code of the theme that the answers have; empty: all answers.' })
  theme!: string;
  @Field(() => Int) for!: number;
  @Field(() => Int) against!: number;
  @Field(() => Int) both!: number;
  @Field(() => Int) neither!: number;
}

@ObjectType('OwnStance', {
  description: 'Where answers stand, as far as the coder learnt it of people, and how right that is.',
})
export class OwnStance {
  @Field(() => Int, { description: 'Codings with a side that it may learn from.' }) codings!: number;
  @Field(() => Int, { description: 'So many make it learn.' }) needed!: number;
  @Field(() => Float, {
    ...some,
    description: 'Cohen’s kappa with people on those codings, each not seen; null where it has not learnt.',
  })
  kappa!: number | null;
  @Field(() => Float, { ...some, description: 'Standard error of that kappa.' }) error!: number | null;
  @Field(() => Float, { ...some, description: 'Kappa of counted words of praise and blame on the same.' })
  rulesKappa!: number | null;
  @Field(() => Int, { description: 'Codings with a side that it never learns from.' }) checked!: number;
  @Field(() => Float, { ...some, description: 'Kappa on them; null where it says nothing.' })
  checkedKappa!: number | null;
  @Field(() => [SideCounts], {
    description: 'All answers, then by theme; empty where it is right too seldom to say.',
  })
  themes!: SideCounts[];
}

@ObjectType('OwnCoding', { description: 'What a version of a codebook makes of the agency’s answers.' })
export class OwnCoding {
  @Field(() => Int) answers!: number;
  @Field(() => Int) none!: number;
  @Field(() => Int) one!: number;
  @Field(() => Int) two!: number;
  @Field(() => Int) more!: number;
  @Field(() => [ThemeCount]) themes!: ThemeCount[];
  @Field(() => [ThemesTogether], { description: 'Pairs that stand in one answer most often.' })
  together!: ThemesTogether[];
  @Field(() => Int, { description: 'Codings by people that it learned from.' }) codings!: number;
  @Field(() => Float, {
    ...some,
    description: 'Micro F1 on those of them that it did not see; null under ten.',
  })
  leftOut!: number | null;
  @Field(() => Int, { description: 'Codings by people that it never learns from.' }) checked!: number;
  @Field(() => Float, { ...some, description: 'Micro F1 on them.' }) f1!: number | null;
  @Field(() => OwnStance, { ...some, description: 'Null in codings of before stances were learnt.' })
  stance?: OwnStance | null;
}

@ObjectType('CodebookRun', { description: 'Long work on a codebook.' })
export class CodebookRun {
  @Field(() => ID) id!: number;
  @Field(() => RunKindEnum) kind!: OwnRunKind;
  @Field(() => Int, some) version!: number | null;
  @Field(() => RunStateEnum) state!: OwnRunState;
  @Field(() => String) stage!: string;
  @Field(() => String) actor!: string;
  @Field(() => DateTimeScalar) askedAt!: string;
  @Field(() => Int, { ...some, description: 'Milliseconds.' }) tookMs!: number | null;
  @Field(() => String, some) model!: string | null;
  @Field(() => OwnCoding, { ...some, description: 'Of a run that codes, once it is done.' })
  coding!: OwnCoding | null;
}

@ObjectType('CodebookDraft', { description: 'A codebook while people shape it.' })
export class CodebookDraft {
  @Field(() => OwnCodebook) codebook!: OwnCodebook;
  @Field(() => Boolean, { description: 'Whether the asker may change it.' }) mayEdit!: boolean;
  @Field(() => [QuestionToCode], { description: 'What it codes, of the own agencies.' })
  codes!: QuestionToCode[];
  @Field(() => [DraftTheme], { description: 'The largest first.' }) themes!: DraftTheme[];
  @Field(() => [Theme], {
    description: 'Themes of its newest version, by which answers are coded; none while it is only a draft.',
  })
  newestThemes!: Theme[];
  @Field(() => [CodebookRun], { description: 'The latest first.' }) runs!: CodebookRun[];
  @Field(() => Int, { description: 'Answers that people coded to teach it.' }) taught!: number;
  @Field(() => Int, { description: 'Answers that people coded to check it.' }) checked!: number;
  @Field(() => Int, {
    description:
      'Answers of the own agencies that the version in force has not coded yet. Until all are, no edition counts by it.',
  })
  uncoded!: number;
  @Field(() => Boolean, { description: 'A version waits for a second person.' }) waits!: boolean;
}

@ObjectType('AnswerToCode', {
  description: 'An answer that a person codes, without what the coder says of it.',
})
export class AnswerToCode {
  @Field(() => ID) answer!: number;
  @Field(() => String) engagement!: string;
  @Field(() => String) question!: string;
  @Field(() => [CommentSegment]) segments!: CommentSegment[];
  @Field(() => PurposeEnum) purpose!: CodingPurpose;
}

@InputType('NewCodebook')
export class NewCodebookInput {
  @Field(() => ID, { description: 'Lower-case words joined by hyphens; never used again.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) agency!: string;
  @Field(() => String, { description: 'Key of the engagement within the agency.' }) engagement!: string;
  @Field(() => [String], { description: 'Keys of its open questions.' }) questions!: string[];
  @Field(() => Boolean, { defaultValue: false }) shared!: boolean;
}

@ArgsType()
export class ShapeThemeArgs {
  @Field(() => ID) theme!: string;
  @Field(() => String, some) name?: string | null;
  @Field(() => String, some) definition?: string | null;
  @Field(() => String, some) excludes?: string | null;
  @Field(() => DraftStateEnum, some) state?: DraftState | null;
  @Field(() => ID, { ...some, description: 'The theme that it goes into, where it is merged.' })
  into?: string | null;
}
