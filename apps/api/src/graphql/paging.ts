import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { badRequest } from './errors.js';

export const LARGEST_PAGE = 1000;

/** Which part of a list is asked for: `first` after the one whose cursor is `after`. */
export interface Page {
  first?: number | null;
  after?: string | null;
}

export interface PageInfoShape {
  hasNextPage: boolean;
  endCursor: string | null;
}

export interface Slice<T> {
  nodes: T[];
  pageInfo: PageInfoShape;
}

@ObjectType('PageInfo')
export class PageInfo implements PageInfoShape {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** Arguments of a list whose page is `size` long unless the question says otherwise. */
function pageArguments(size: number): Type<Page> {
  @ArgsType()
  abstract class PageArguments implements Page {
    @Field(() => Int, { nullable: true, defaultValue: size }) first?: number | null;
    @Field(() => String, { nullable: true }) after?: string | null;
  }
  return PageArguments as Type<Page>;
}

@ArgsType()
export class PageOf10 extends pageArguments(10) {}
@ArgsType()
export class PageOf20 extends pageArguments(20) {}
@ArgsType()
export class PageOf50 extends pageArguments(50) {}
@ArgsType()
export class PageOf100 extends pageArguments(100) {}
@ArgsType()
export class PageOf200 extends pageArguments(200) {}

/** The fields every list has: `nodes` and `pageInfo`. */
export function connectionOf<T>(node: () => abstract new () => T): Type<Slice<T>> {
  @ObjectType({ isAbstract: true })
  abstract class Connection implements Slice<T> {
    @Field(() => [node()]) nodes!: T[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return Connection as Type<Slice<T>>;
}

/** What the parts of a cursor look like, where they are put to the database. */
export const KEY = {
  code: /^[a-z0-9][a-z0-9-]{0,62}$/,
  number: /^\d{1,15}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

/**
 * How many to read, and after which key.
 * @param list names the list, so that a cursor of another is refused instead of misread
 * @param parts what each part of this list's keys looks like; absent where keys are only compared here
 * @throws ApiError BAD_REQUEST where `first` is out of range or the cursor is not of this list
 */
export function readPage(
  page: Page,
  list: string,
  parts?: readonly RegExp[],
): { first: number; after: string[] | null } {
  const first = page.first ?? 50;
  if (first < 1 || first > LARGEST_PAGE) throw badRequest(`first must be from 1 to ${LARGEST_PAGE}.`);
  const after = page.after ? readCursor(page.after, list) : null;
  if (after && parts && !parts.every((part, index) => part.test(after[index] ?? ''))) throw badCursor();
  return { first, after };
}

/** The page of a list that is wholly at hand; `keyOf` tells its members apart. */
export function pageOf<T>(all: readonly T[], page: Page, list: string, keyOf: (one: T) => string): Slice<T> {
  const { first, after } = readPage(page, list);
  const from = after ? all.findIndex((one) => keyOf(one) === after[0]) + 1 : 0;
  if (after && from === 0) throw badCursor();
  const nodes = all.slice(from, from + first);
  return { nodes, pageInfo: pageInfo(nodes, from + first < all.length, list, (one) => [keyOf(one)]) };
}

/** The page of a list read from the database one longer than asked, so that it is known whether more follows. */
export function pageFrom<T>(
  oneMore: readonly T[],
  first: number,
  list: string,
  keyOf: (one: T) => string[],
): Slice<T> {
  const nodes = oneMore.slice(0, first);
  return { nodes, pageInfo: pageInfo(nodes, oneMore.length > first, list, keyOf) };
}

function pageInfo<T>(
  nodes: T[],
  hasNextPage: boolean,
  list: string,
  keyOf: (one: T) => string[],
): PageInfoShape {
  const last = nodes.at(-1);
  return { hasNextPage, endCursor: last === undefined ? null : writeCursor(list, keyOf(last)) };
}

const writeCursor = (list: string, key: string[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url');

function readCursor(cursor: string, list: string): string[] {
  try {
    const [from, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (from === list && key.length > 0 && key.every((part) => typeof part === 'string'))
      return key as string[];
  } catch {
    // Falls through to the one refusal.
  }
  throw badCursor();
}

const badCursor = () => badRequest('after is not a cursor of this list; ask for its first page again.');
