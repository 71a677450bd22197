import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Database } from '#store';
import { PUBLISHED, WORKBENCH } from './options.js';

/** Is this process able to answer? Says nothing about what is in the hub. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(WORKBENCH) private readonly workbench: Database,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async health(): Promise<{ status: 'ok' }> {
    try {
      await Promise.all([this.published.query('SELECT 1'), this.workbench.query('SELECT 1')]);
    } catch {
      throw new ServiceUnavailableException({ status: 'database-away' });
    }
    return { status: 'ok' };
  }
}
