import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

import { IntakeModule } from './intake.module.js';

/** The OpenAPI 3 description, generated from the running service. */
export function describeIntake(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Co-operative Brain: intake')
    .setDescription('Deliver consultation results and follow what became of them. A receipt always adds up.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The key of your source.' }, 'sourceKey')
    .build();
  return SwaggerModule.createDocument(app, config, { include: [IntakeModule] });
}

/** Serve the description at /v1/openapi.json. Call before `init`. */
export function serveDescription(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  let description: OpenAPIObject | undefined;
  fastify.get('/v1/openapi.json', (_request, reply) => reply.send((description ??= describeIntake(app))));
}
