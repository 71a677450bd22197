import { ApiProperty } from '@nestjs/swagger';

const STATES = ['received', 'accepted', 'repeated', 'held', 'refused'];

const REST = 'What is told of each row stands in the pages of `rows`.';

/** The receipt of one file. */
export class FileReceiptView {
  @ApiProperty({ type: String, description: 'File name as delivered.' }) name!: string;
  @ApiProperty({ type: Number }) rows!: number;
  @ApiProperty({ type: Number }) accepted!: number;
  @ApiProperty({ type: Number }) repeated!: number;
  @ApiProperty({ type: Number }) rejected!: number;
  @ApiProperty({
    type: Number,
    required: false,
    description: 'Rows that are nobody’s answer or may not be used.',
  })
  leftOut?: number;
}

/** A row that was left out. */
export class LeftOutRowView {
  @ApiProperty({ type: String }) file!: string;
  @ApiProperty({ type: Number }) row!: number;
  @ApiProperty({ type: String, example: 'no-consent' }) why!: string;
}

/** One row or file that could not be used, and why. */
export class RejectionView {
  @ApiProperty({ type: String }) file!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'As a person counts it in the file; null = the whole file.',
  })
  row!: number | null;
  @ApiProperty({ type: String, nullable: true }) column!: string | null;
  @ApiProperty({ type: String, description: 'Stable machine code.', example: 'date-invalid' }) code!: string;
  @ApiProperty({
    type: String,
    description: 'One sentence: what is wrong and how to mend it. Never holds the value.',
  })
  reason!: string;
}

/** rows = accepted + repeated + rejected + leftOut, for the whole and for each file. */
export class DeliveryReceiptView {
  @ApiProperty({ type: Number, nullable: true }) delivery!: number | null;
  @ApiProperty({ type: String }) source!: string;
  @ApiProperty({
    enum: STATES,
    description: '`received` until its rows are standardised; the others are final.',
  })
  status!: string;
  @ApiProperty({ type: Number }) rows!: number;
  @ApiProperty({ type: Number }) accepted!: number;
  @ApiProperty({ type: Number }) repeated!: number;
  @ApiProperty({ type: Number }) rejected!: number;
  @ApiProperty({ type: Number }) leftOut!: number;
  @ApiProperty({ type: [FileReceiptView] }) files!: FileReceiptView[];
  @ApiProperty({ type: [RejectionView], description: `The first 1,000. ${REST}` })
  rejections!: RejectionView[];
  @ApiProperty({ type: Number, description: 'How many rejections there are in all.' })
  rejectionsInAll!: number;
  @ApiProperty({
    type: [RejectionView],
    description: `Cells without which accepted rows were used, the first 1,000. ${REST}`,
  })
  usedWithout!: RejectionView[];
  @ApiProperty({ type: Number, description: 'How many such cells there are in all.' })
  usedWithoutInAll!: number;
  @ApiProperty({ type: [LeftOutRowView], description: `The first 1,000 of \`leftOut\`. ${REST}` })
  leftOutRows!: LeftOutRowView[];
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

/** Why a row was rejected, or what of it was not used. */
export class RowReasonView {
  @ApiProperty({ type: String, nullable: true }) column!: string | null;
  @ApiProperty({ type: String, example: 'date-invalid' }) code!: string;
  @ApiProperty({ type: String, description: 'Never holds the value.' }) reason!: string;
}

export class RowOutcomeView {
  @ApiProperty({ type: String }) file!: string;
  @ApiProperty({ type: Number }) row!: number;
  @ApiProperty({ enum: ['accepted', 'repeated', 'rejected', 'left-out'] }) outcome!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was left out.' }) why!: string | null;
  @ApiProperty({
    type: [RowReasonView],
    description: 'Why it was rejected, or what of it was not used: the first twenty.',
  })
  reasons!: RowReasonView[];
}

export class RowOutcomesView {
  @ApiProperty({ type: [RowOutcomeView] }) rows!: RowOutcomeView[];
  @ApiProperty({ type: String, nullable: true, description: 'Address of the next page; null at the end.' })
  next!: string | null;
}

export class AnswerCodeView {
  @ApiProperty({ type: String }) file!: string;
  @ApiProperty({ type: Number }) row!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Your own id of the submission.' }) externalId!:
    string | null;
  @ApiProperty({ type: String, example: '7KQ2-M4TX-9BHC' }) code!: string;
}

/** Codes by which people find what became of their answer; only their hashes are kept. */
export class AnswerCodesView {
  @ApiProperty({ type: [AnswerCodeView] }) codes!: AnswerCodeView[];
  @ApiProperty({ type: Number, description: 'Submissions of the delivery still without one: ask again.' })
  left!: number;
}

/** RFC 9457 problem details, with the hub's stable code. */
export class ProblemView {
  @ApiProperty({ type: String, example: 'about:blank' }) type!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: Number }) status!: number;
  @ApiProperty({ type: String, example: 'agreement-ended' }) code!: string;
  @ApiProperty({ type: String }) detail!: string;
}
