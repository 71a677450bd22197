import { Module, type DynamicModule } from '@nestjs/common';

import type { Database } from '#store';

import { DeliveriesController } from './deliveries.controller.js';
import { EncoderController } from './encoder.controller.js';
import { INTAKE_DATABASE, PushDoor } from './push-door.js';

@Module({})
export class IntakeModule {
  /** @param db opened as the intake role */
  static over(db: Database): DynamicModule {
    return {
      module: IntakeModule,
      controllers: [DeliveriesController, EncoderController],
      providers: [PushDoor, { provide: INTAKE_DATABASE, useValue: db }],
    };
  }
}
