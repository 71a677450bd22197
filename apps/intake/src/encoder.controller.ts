import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

interface Encoder {
  text: Buffer;
  /** SHA-256, hexadecimal. */
  checksum: string;
}

let read: Encoder | undefined;

/** The encoder beside the sources, seen from the source file and from the built one alike; read once. */
function encoder(): Encoder {
  if (read) return read;
  const file = ['../../../', '../../../../']
    .map((above) => fileURLToPath(new URL(`${above}libs/linkage/encode/hub-encode.mjs`, import.meta.url)))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error('hub-encode.mjs is not where it belongs');
  const text = readFileSync(file);
  return (read = { text, checksum: createHash('sha256').update(text).digest('hex') });
}

/**
 * The tool by which a partner encodes on its own machine: one file without a key or a secret, public like the source
 * code it is part of, with its checksum at an address of its own.
 */
@ApiTags('matching without names')
@Controller('v1')
export class EncoderController {
  @Get('hub-encode.mjs')
  @ApiOperation({
    summary: 'The encoder: one file for Node, works offline with a key that the hub never holds.',
  })
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="hub-encode.mjs"')
  @Header('cache-control', 'no-cache')
  tool(@Res() reply: FastifyReply): void {
    const { text, checksum } = encoder();
    const digest = Buffer.from(checksum, 'hex').toString('base64');
    void reply.header('repr-digest', `sha-256=:${digest}:`).send(text);
  }

  @Get('hub-encode.mjs.sha256')
  @ApiOperation({ summary: 'Its SHA-256, as `sha256sum -c` reads it.' })
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  checksum(): string {
    return `${encoder().checksum}  hub-encode.mjs\n`;
  }
}
