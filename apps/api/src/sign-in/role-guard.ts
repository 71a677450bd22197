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
import type { AccountRole } from '#domain';
import { recordRefusal } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { notAllowed, notSignedIn } from '../graphql/errors.js';

const NEEDED = 'api:needed-role';

/** Turns away whoever has not the role, and writes that down. Beneath it row-level security gives no rows all the same. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.getAllAndOverride<AccountRole[]>(NEEDED, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    const graphql = GqlExecutionContext.create(execution);
    const { session } = graphql.getContext<ApiContext>();
    const viewer = await session.viewer();
    if (!viewer) throw notSignedIn();
    if (!needed.some((role) => viewer.roles.includes(role))) {
      const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
      await session.work((tx) => recordRefusal(tx, 'not-allowed', `${parentType.name}.${fieldName}`));
      throw notAllowed();
    }
    return true;
  }
}

/** Marks a query, mutation or field as one that needs a role, or one of several. */
export const Needs = (...roles: AccountRole[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(NEEDED, roles), UseGuards(RoleGuard));
