import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

import { DeliveryReceiptView, ProblemView } from './delivery-types.js';

const MEDIA_TYPES = [
  'text/csv',
  'application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
  'multipart/form-data',
];

const PROBLEMS: Record<number, string> = {
  400: 'Nothing was sent, or the form can not be read.',
  403: 'The data-sharing agreement does not allow it; nothing was stored.',
  409: 'The same key is being answered at this moment.',
  413: 'The files are larger than 200 MB together.',
  422: 'The key was used with another body.',
};

const header = (name: string, description: string): MethodDecorator & ClassDecorator =>
  ApiHeader({ name, required: false, description });

/** What OpenAPI tells of a delivery by push. */
export const DescribeDeliver = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: 'Deliver consultation results', operationId: 'deliver' }),
    ApiConsumes(...MEDIA_TYPES),
    ApiBody({
      description: 'The file itself, or a form with files.',
      schema: { type: 'string', format: 'binary' },
    }),
    header('Idempotency-Key', 'The same key and body again returns the stored answer.'),
    header(
      'Prefer',
      '`wait=10`: answer with the final receipt if it is ready within so many seconds (25 at most).',
    ),
    header('Content-Disposition', 'File name: `attachment; filename="june.csv"`.'),
    ApiResponse({
      status: 200,
      type: DeliveryReceiptView,
      description: 'Final: this delivery, or the one that was the same.',
    }),
    ApiResponse({
      status: 202,
      type: DeliveryReceiptView,
      description: 'Kept; its rows are being read. Ask at `Location`.',
    }),
    ...Object.entries(PROBLEMS).map(([status, description]) =>
      ApiResponse({ status: Number(status), type: ProblemView, description }),
    ),
  );
