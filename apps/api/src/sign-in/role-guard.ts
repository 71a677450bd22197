import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { recordRefusal, type AccountRole } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { notAllowed, notSignedIn } from '../graphql/errors.js';

const NEEDED = 'api:needed-role';

/** Turns away whoever has not the role, and writes that down. Beneath it row-level security gives no rows all the same. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.getAllAndOverride<AccountRole>(NEEDED, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    const graphql = GqlExecutionContext.create(execution);
    const { session } = graphql.getContext<ApiContext>();
    const viewer = await session.viewer();
    if (!viewer) throw notSignedIn();
    if (!viewer.roles.includes(needed)) {
      const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
      await session.work((tx) => recordRefusal(tx, 'not-allowed', `${parentType.name}.${fieldName}`));
      throw notAllowed();
    }
    return true;
  }
}

/** Marks a query, mutation or field as one that needs a role. */
export const Needs = (role: AccountRole): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(NEEDED, role), UseGuards(RoleGuard));
