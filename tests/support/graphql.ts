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

/** Open a sign-in link and press its button, as a browser would, and keep the cookie. */
export async function signIn(link: string): Promise<string> {
  const pressed = await pressSignIn(link);
  const cookie = cookiesOf(pressed).find((one) => /hub_session=/.test(one));
  if (!cookie) throw new Error(`the sign-in link answered ${pressed.status} without a cookie`);
  return cookie;
}

const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');

/** The answer to the pressed button; to the opened link where there is no button. */
export async function pressSignIn(link: string, headers: Record<string, string> = {}): Promise<Response> {
  const shown = await fetch(link, { redirect: 'manual', headers });
  const page = await shown.clone().text();
  const fields = [...page.matchAll(/name="(\w+)" value="([\w-]+)"/g)].map(([, name, value]) => [
    name!,
    value!,
  ]);
  if (fields.length === 0) return shown;
  const { cookie = '', ...others } = headers;
  return fetch(new URL('/sign-in', link), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...others, cookie: [...cookiesOf(shown), cookie].filter(Boolean).join('; ') },
    body: new URLSearchParams(Object.fromEntries(fields) as Record<string, string>),
  });
}
