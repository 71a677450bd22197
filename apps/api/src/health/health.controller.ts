import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Database } from '#store';
import { COUNTING, DATA_DIR, PUBLISHED, WORKBENCH, type ApiOptions } from '../options.js';
import { health, type Health } from './health.js';

/** How the hub does, by part. Says nothing about what is in it. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(WORKBENCH) private readonly workbench: Database,
    @Inject(COUNTING) private readonly counting: ApiOptions['counting'],
    @Inject(DATA_DIR) private readonly dataDir: string | null,
  ) {}

  /** @throws ServiceUnavailableException with the same body where this process can't answer questions */
  @Get()
  @Header('cache-control', 'no-store')
  async health(): Promise<Health> {
    const { published, workbench, counting, dataDir } = this;
    const told = await health({ published, workbench, counting: counting ?? null, dataDir });
    if (told.status === 'down') throw new ServiceUnavailableException(told);
    return told;
  }
}
