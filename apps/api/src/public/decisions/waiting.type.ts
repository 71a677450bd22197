import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ParticipationLevel } from '#domain';
import { DateScalar } from '../../graphql/scalars.js';
import { Agency } from '../agencies/agency.type.js';
import { ParticipationLevelEnum } from '../engagements/engagement.type.js';
import { Figure, type PublishedFigure, type SuppressedFigure } from '../figures/figure.type.js';
import { NamedCode } from './decision.type.js';

@ObjectType('WaitingVoices', {
  description:
    'What people said to an agency about a theme, of which nobody has said yet what became of it. A decision that names the theme answers all that was said up to its day; one of some wards or communities answers them alone.',
})
export class WaitingVoices {
  @Field(() => Agency) agency!: Agency;
  @Field(() => NamedCode) theme!: NamedCode;
  @Field(() => [String], {
    description: 'Quarters without an answer in which a count is shown, the earliest first.',
  })
  quarters!: string[];
  @Field(() => DateScalar, { description: 'First day of the earliest of them.' }) since!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'By when the agency promised to answer the earliest; null: it has promised nothing.',
  })
  promisedBy!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days past the promise; negative where it is still to come.',
  })
  daysLate!: number | null;
  @Field(() => Int, { description: 'Whole months since the earliest of them ended.' }) months!: number;
  @Field(() => Int, {
    description:
      'Decisions since the earliest of them ended that answer it in some wards or for some communities alone: the others wait.',
  })
  inPart!: number;
  @Field(() => Figure, { description: 'People of the earliest quarter that waits.' })
  figure!: PublishedFigure | SuppressedFigure;
}

@ObjectType('WaitingTold', { description: 'How far it can be told what waits for an answer.' })
export class WaitingTold {
  @Field(() => Int, {
    nullable: true,
    description: 'The edition whose figures say what was said; null: none is published yet.',
  })
  edition!: number | null;
  @Field(() => [Agency], {
    description:
      'Agencies of which too much is hidden to tell by theme and quarter what was said to them: whether anything waits there is not known.',
  })
  untold!: Agency[];
}

@ObjectType('AnswerPromise', {
  description: 'Within how many months an agency promises to say what became of what was said.',
})
export class AnswerPromise {
  @Field(() => Agency) agency!: Agency;
  @Field(() => Int) months!: number;
  @Field(() => String, { nullable: true }) words!: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask, as the agency says.' }) contact!:
    string | null;
}

@ObjectType('PromiseTest', { description: 'Declared level of participation beside what is evidenced.' })
export class PromiseTest {
  @Field(() => ParticipationLevelEnum, { nullable: true }) declared!: ParticipationLevel | null;
  @Field(() => ParticipationLevelEnum, {
    nullable: true,
    description: 'The highest up to which each is evidenced; null: nothing is yet.',
  })
  evidenced!: ParticipationLevel | null;
  @Field(() => Boolean, { description: 'An edition tells figures of it.' }) resultsOut!: boolean;
  @Field(() => Boolean, { description: 'A public decision answers it.' }) answered!: boolean;
  @Field(() => Boolean, { description: 'A time to answer in is promised.' }) promised!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Null: nothing was promised, or the day is still to come.',
  })
  inTime!: boolean | null;
  @Field(() => Boolean, { description: 'Citizens were among those who decided.' }) citizensDecided!: boolean;
  @Field(() => Boolean, { description: 'Citizens decided.' }) byCitizens!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Null where no level is declared.' }) kept!:
    boolean | null;
  @Field(() => [ParticipationLevelEnum], {
    description:
      'What it would still take to keep what was declared: levels up to it of which the evidence is missing, the lowest first.',
  })
  missing!: ParticipationLevel[];
}
