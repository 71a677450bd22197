import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NOTHING_HERE } from '#armour';
import { html } from './public/read/html.js';
import { page } from './public/read/page.js';

/** Addresses of pages that the server makes. */
const READ = /^\/(read|r)(\/|\?|$)/;
const NO_PAGE = page(
  { title: 'No such page', city: '', synthetic: false },
  html`<h1>There is no such page</h1>
    <p>
      If you typed its address from paper, look at each letter again: a report ends in its name, and a row in
      something like F1.3.
    </p>
    <ul>
      <li><a href="/read/reports">All reports</a></li>
      <li><a href="/read/what-happened">What happened because people spoke</a></li>
      <li><a href="/read/wards">Wards</a></li>
    </ul>`,
);

/** Never kept by anybody: what is not there may be in a minute. */
const answer = (reply: FastifyReply): void =>
  void reply
    .status(404)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(NOTHING_HERE);

/** An address that is none is answered without being quoted: a person's name may stand in it. */
@Catch(NotFoundException)
export class UnknownAddressFilter implements ExceptionFilter {
  catch(error: NotFoundException, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const { url, headers } = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // What a person typed from paper is answered by a page.
    if (READ.test(url) && headers.accept?.includes('text/html'))
      void reply
        .status(404)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(NO_PAGE);
    else answer(reply);
  }
}
