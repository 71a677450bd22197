/** First words of addresses -> the door they lead to. Anything else is a page, so that no address becomes a label. */
const DOORS: [RegExp, string][] = [
  [/^\/graphql(\/|\?|$)/, 'graphql'],
  [/^\/v1\/sources\/[^/]+\/deliveries(\?|$)/, 'deliveries'],
  [/^\/v1\//, 'intake'],
  [/^\/files(\/|$)/, 'files'],
  [/^\/sign-(in|out)/, 'sign-in'],
  [/^\/health(\?|$)/, 'health'],
];

/** Which door an address leads to. */
export const doorOf = (url: string): string => DOORS.find(([address]) => address.test(url))?.[1] ?? 'pages';
