import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Grade } from '#statements';
import { enumOf } from '../../graphql/enums.js';

export const GradeEnum = enumOf<Grade>(['ready', 'indicative', 'learning']);
registerEnumType(GradeEnum, { name: 'Grade' });

@ObjectType('ThemeGrade', {
  description:
    'How far a theme’s figure may be trusted, from a blind audit by people; frozen with its edition.',
})
export class ThemeGrade {
  @Field(() => String) theme!: string;
  @Field(() => String) themeName!: string;
  @Field(() => GradeEnum) grade!: Grade;
  @Field(() => String, { description: 'What the grade means for whoever reads the figure.' }) words!: string;
  @Field(() => Boolean, {
    description:
      'A change of the codebook left codings of it open: it has no figure until people have said again.',
  })
  recoding!: boolean;
  @Field(() => String) codebook!: string;
  @Field(() => Int) codebookVersion!: number;
  @Field(() => String, { description: 'Version of the coder that it belongs to; another starts anew.' })
  coder!: string;
}
