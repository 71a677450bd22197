/** What a route is asked: the address, and the form that is sent to it. */
export interface PageAsked {
  path: string;
  /** Sent by POST where there is one. */
  form?: Readonly<Record<string, string>>;
}

/** Of each route that needs saying, how it is asked; none where it tells nothing of the hub's content. */
export type WaysOfPages = Readonly<Record<string, readonly (string | PageAsked)[]>>;

/**
 * Every address of a server beside GraphQL: those without parameters as they are, the others in the ways said.
 * @param routes as the server knows them, `METHOD path` each
 * @param ways by `METHOD path`; a route that takes something and has none here is an error, so that a new one is not forgotten
 */
export function everyPage(routes: readonly string[], ways: WaysOfPages): PageAsked[] {
  const unknown = Object.keys(ways).filter((route) => !routes.includes(route));
  if (unknown.length > 0) throw new Error(`there are no such routes: ${unknown.join(', ')}`);
  return routes.flatMap((route) => {
    const said = ways[route];
    const [method = '', path = ''] = route.split(' ');
    if (said) return said.map((one) => (typeof one === 'string' ? { path: one } : one));
    if (method !== 'GET' || /[:*]/.test(path)) throw new Error(`say in this test how ${route} is asked`);
    return [{ path }];
  });
}

/** What a page says, a piece each: between two tags, or a line of a text. */
export const piecesOf = (page: string): string[] =>
  page
    .split(/\n|(?<=>)|(?=<)/)
    .map((piece) => piece.trim())
    .filter(Boolean);
