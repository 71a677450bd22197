import {
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { BODILESS, DELIVERY } from './route-config.js';
import { deliveredFiles } from './delivered-files.js';
import { DescribeDeliver } from './describe-deliver.js';
import { AnswerCodesView, DeliveryReceiptView, ProblemView, RowOutcomesView } from './delivery-types.js';
import { ProblemFilter } from './problem-filter.js';
import { PushDoor } from './push-door.js';

/** The push door: a partner's system sends a file and asks what became of it. */
@ApiTags('deliveries')
@ApiBearerAuth('sourceKey')
@ApiParam({ name: 'code', type: String, description: 'Code of the source, as agreed with the hub.' })
@ApiResponse({ status: 401, type: ProblemView, description: 'No key was sent.' })
@ApiResponse({
  status: 404,
  type: ProblemView,
  description: 'No such source, delivery or key: all three answer alike.',
})
@UseFilters(ProblemFilter)
@Controller('v1/sources/:code/deliveries')
export class DeliveriesController {
  constructor(private readonly door: PushDoor) {}

  @Post()
  @RouteConfig(DELIVERY)
  @DescribeDeliver()
  async deliver(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('authorization') authorization?: string,
    @Headers('idempotency-key') idempotencyKey?: string,
    @Headers('prefer') prefer?: string,
  ): Promise<void> {
    const key = this.door.keyOf(authorization);
    const files = await deliveredFiles(request);
    const answer = await this.door.receive({ code, key, idempotencyKey: idempotencyKey ?? null, files });
    const receipt = await this.door.waitFor(code, key, answer, waitSeconds(prefer));
    await reply
      .status(receipt.status === 'received' ? HttpStatus.ACCEPTED : HttpStatus.OK)
      .header('location', `/v1/sources/${encodeURIComponent(code)}/deliveries/${receipt.delivery}`)
      .send(receipt);
  }

  @Get(':delivery')
  @RouteConfig(BODILESS)
  @ApiOperation({ summary: 'What became of a delivery', operationId: 'deliveryStatus' })
  @ApiParam({ name: 'delivery', type: String })
  @ApiResponse({ status: 200, type: DeliveryReceiptView })
  status(
    @Param('code') code: string,
    @Param('delivery') delivery: string,
    @Headers('authorization') authorization?: string,
  ): Promise<DeliveryReceiptView> {
    return this.door.status(code, this.door.keyOf(authorization), delivery);
  }

  @Post(':delivery/answer-codes')
  @RouteConfig(BODILESS)
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'Codes for the people who answered, told this once, 20,000 at a time; submissions that have one keep it',
    operationId: 'answerCodes',
  })
  @ApiParam({ name: 'delivery', type: String })
  @ApiResponse({ status: 200, type: AnswerCodesView })
  answerCodes(
    @Param('code') code: string,
    @Param('delivery') delivery: string,
    @Headers('authorization') authorization?: string,
  ): Promise<AnswerCodesView> {
    return this.door.answerCodes(code, this.door.keyOf(authorization), delivery);
  }

  @Get(':delivery/rows')
  @RouteConfig(BODILESS)
  @ApiOperation({ summary: 'What became of each row', operationId: 'rowOutcomes' })
  @ApiParam({ name: 'delivery', type: String })
  @ApiQuery({
    name: 'after',
    required: false,
    type: String,
    description: 'Cursor: as in `next` of the page before.',
  })
  @ApiResponse({ status: 200, type: RowOutcomesView })
  rows(
    @Param('code') code: string,
    @Param('delivery') delivery: string,
    @Query('after') after?: string,
    @Headers('authorization') authorization?: string,
  ): Promise<RowOutcomesView> {
    return this.door.rows(code, this.door.keyOf(authorization), delivery, after ?? null);
  }
}

/** Seconds of `Prefer: wait=N` (RFC 7240), 25 at most. */
function waitSeconds(prefer: string | undefined): number {
  const asked = /\bwait=(\d{1,3})\b/i.exec(prefer ?? '')?.[1];
  return Math.min(Number(asked ?? 0), 25);
}
