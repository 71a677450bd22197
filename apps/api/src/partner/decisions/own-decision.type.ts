import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/paging.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Decision } from '../../public/decisions/decision.type.js';

@ObjectType('DecisionProblem')
export class DecisionProblem {
  @Field(() => String, { description: 'The field; of an action `actions.2.due`, counted from 1.' })
  field!: string;
  @Field(() => String) reason!: string;
}

@ObjectType('SavedDecision', { description: 'Saved, or every problem by its field; never both.' })
export class SavedDecision {
  @Field(() => Decision, { nullable: true }) decision!: Decision | null;
  @Field(() => [DecisionProblem]) problems!: DecisionProblem[];
}

@ObjectType('OwnDecisionConnection')
export class OwnDecisionConnection extends connectionOf(() => Decision) {
  @Field(() => Int) totalCount!: number;
}

@ObjectType('DecisionVersion', { description: 'How a decision read at one saving.' })
export class DecisionVersion {
  @Field(() => Int) number!: number;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String) by!: string;
  @Field(() => Decision, { nullable: true, description: 'Null where it was taken back.' })
  decision!: Decision | null;
}

@ObjectType('DecisionRowProblem')
export class DecisionRowProblem {
  @Field(() => String) file!: string;
  @Field(() => Int, { nullable: true, description: 'As a spreadsheet numbers it; null: the file itself.' })
  row!: number | null;
  @Field(() => String, { nullable: true }) column!: string | null;
  @Field(() => String) reason!: string;
}

@ObjectType('UploadedDecisions', {
  description: 'Decisions without a problem are saved; the others wait for a mended file.',
})
export class UploadedDecisions {
  @Field(() => Int) saved!: number;
  @Field(() => [DecisionRowProblem]) problems!: DecisionRowProblem[];
}
