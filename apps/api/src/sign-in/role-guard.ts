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
import type { AccountRole } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { notAllowed, notSignedIn } from '../graphql/errors.js';

const NEEDED = 'api:needed-role';

/** Turns away whoever has not the role. Beneath it row-level security gives no rows all the same. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.getAllAndOverride<AccountRole>(NEEDED, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    const { session } = GqlExecutionContext.create(execution).getContext<ApiContext>();
    const viewer = await session.viewer();
    if (!viewer) throw notSignedIn();
    if (!viewer.roles.includes(needed)) throw notAllowed();
    return true;
  }
}

/** Marks a query, mutation or field as one that needs a role. */
export const Needs = (role: AccountRole): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(NEEDED, role), UseGuards(RoleGuard));
