import { NotFoundException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiError } from '../../graphql/errors.js';
import type { FormFile } from './forms/report-forms.js';

const COME_BACK_SECONDS = 10;

/**
 * Sends a report's file; where too many are being set, when to come back. Headers of the file are given before.
 * @param make null where there is no such file
 * @throws NotFoundException
 */
export async function sendForm(
  reply: FastifyReply,
  name: string,
  make: () => Promise<FormFile | null>,
): Promise<void> {
  try {
    const form = await make();
    if (!form) throw new NotFoundException();
    const shown = /\.(pdf|svg)$/.test(name) ? 'inline' : 'attachment';
    await reply
      .header('content-disposition', `${shown}; filename="${name}"`)
      .type(form.type)
      .send(typeof form.body === 'string' ? form.body : Buffer.from(form.body));
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'BUSY') throw error;
    await reply
      .header('retry-after', String(COME_BACK_SECONDS))
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(error.message);
  }
}
