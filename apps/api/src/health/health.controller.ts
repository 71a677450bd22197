import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Database } from '#store';
import { COUNTING, DATA_DIR, PUBLISHED, WORKBENCH, type ApiOptions } from '../options.js';
import { health, type Health } from './health.js';

/** How the hub does, by part. Says nothing about what is in it. */
@Controller('health')
export class HealthController {
  private looking: Promise<Health> | null = null;

  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(WORKBENCH) private readonly workbench: Database,
    @Inject(COUNTING) private readonly counting: ApiOptions['counting'],
    @Inject(DATA_DIR) private readonly dataDir: string | null,
  ) {}

  /** @throws ServiceUnavailableException with the same body where this process can't answer questions */
  @Get()
  @RouteConfig({ counted: 'free' })
  @Header('cache-control', 'no-store')
  async health(): Promise<Health> {
    const { published, workbench, counting, dataDir } = this;
    // Whoever asks while it is looked at hears the same: however many ask, one look goes on at a time.
    this.looking ??= health({ published, workbench, counting: counting ?? null, dataDir }).finally(
      () => (this.looking = null),
    );
    const told = await this.looking;
    if (told.status === 'down') throw new ServiceUnavailableException(told);
    return told;
  }
}
