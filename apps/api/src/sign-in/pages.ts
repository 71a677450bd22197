const page = (title: string, paragraphs: string[]): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1>
${paragraphs.map((one) => (one.startsWith('<form') ? one : `<p>${one}</p>`)).join('\n')}
</main></body>
</html>
`;

/** The same page for a link that was used, has run out or never was. */
export const LINK_DOES_NOT_WORK = page('This sign-in link does not work', [
  'A link works once, and only for a short time.',
  'Ask the people who run this hub for a new one. They make it with the command <code>npx hub sign-in</code> and your account’s name.',
  '<a href="/">Go to the public figures</a>, for which you need not sign in.',
]);

export const TRY_AGAIN = page('We could not sign you in just now', [
  'The hub is busy. Your link still works: open it again in a moment.',
]);

export const TOO_OFTEN = page('Too many tries', [
  'Somebody tried to sign in too often from here. Wait ten minutes, then open your link again: it still works.',
]);

/** @param token one that looks like a link's; @param nonce of the browser that is shown the page */
export const pressToSignIn = (token: string, nonce: string): string =>
  page('Sign in', [
    'Press the button only if you asked for this link yourself. It works once.',
    `<form method="post" action="/sign-in"><input type="hidden" name="token" value="${token}"><input type="hidden" name="nonce" value="${nonce}"><button type="submit">Sign in</button></form>`,
    'Whoever is signed in in this browser now is signed out. A session ends an hour after it was last used, and after twelve hours.',
  ]);
