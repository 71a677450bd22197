/** A question as any client asks it. @throws the first error of the answer */
export async function askGraphql<T>(
  address: string,
  query: string,
  variables: Record<string, unknown> = {},
  cookie?: string,
): Promise<T> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (answer.errors?.[0] || !answer.data)
    throw new Error(answer.errors?.[0]?.message ?? `no answer (${response.status})`);
  return answer.data;
}

/** Follow a sign-in link, as a browser would, and keep the cookie. */
export async function signIn(link: string): Promise<string> {
  const response = await fetch(link, { redirect: 'manual' });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (!cookie) throw new Error(`the sign-in link answered ${response.status} without a cookie`);
  return cookie;
}
