import { html, type Html } from './html.js';

export interface PageHead {
  title: string;
  city: string;
  /** Everything in the hub is made up: every page says so. */
  synthetic: boolean;
  /** The edition whose figures stand on the page; null where none do. */
  edition?: { number: number; publishedAt: string; dataTo: string | null; fingerprint: string } | null;
  /** Which time the figures of that edition are of, in words. */
  period?: string | null;
  /** Address of the menu's entry for this page. */
  here?: string;
}

const MENU = [
  ['/read', 'Home'],
  ['/read/what-happened', 'What happened'],
  ['/read/wards', 'Wards'],
  ['/read/reports', 'Reports'],
  ['/answer', 'My answer'],
  ['/', 'Figures and charts'],
] as const;

/** Day of an ISO date or instant, as people write it: 10 June 2025. */
export const day = (iso: string): string =>
  new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });

/** 2025-04 as April 2025. */
export const monthWords = (month: string): string => day(`${month}-15`).replace(/^\d+ /, '');

/** 12480 as 12,480. */
export const count = (value: number): string => value.toLocaleString('en-GB');

/** What stands before the content of every page: that everything is made up where it is, and of which edition its figures are. */
export const standing = ({ city, synthetic, edition }: PageHead): Html =>
  html`${synthetic ? html`<p class="banner"><strong>Every person and every comment here is made up.</strong> This is a demonstration of ${city}; do not quote it.</p>` : ''}
  ${edition ? html`<p class="edition">Edition <strong>${edition.number}</strong> · published ${day(edition.publishedAt)}${edition.dataTo ? html` · data to ${day(edition.dataTo)}` : ''} · fingerprint ${edition.fingerprint}</p>` : ''}`;

/** Of which time the figures of a page are, behind its content. */
export const ofPeriod = ({ period }: PageHead): Html =>
  period ? html`<p class="quiet">Figures are of ${period}.</p>` : html``;

/** A whole page, made on the server, for reading without JavaScript; prints as it is. */
export function page(head: PageHead, content: Html): string {
  const { title, city, here } = head;
  const menu = MENU.map(
    ([to, name]) =>
      html`<li><a href="${to}" ${to === here ? html` aria-current="page"` : ''}>${name}</a></li>`,
  );
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} - Co-operative Brain ${city}</title>
        <link rel="icon" href="/brain.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/read/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to main content</a>
        <header>
          <p class="brand">Co-operative Brain <span>${city}</span></p>
          <nav aria-label="Menu">
            <ul>
              ${menu}
            </ul>
          </nav>
        </header>
        ${standing(head)}
        <main id="content" tabindex="-1">${content} ${ofPeriod(head)}</main>
        <footer>
          <p>
            Counts of people who took part. Not a survey of the whole city. <a href="/methods">Methods</a> ·
            <a href="/accessibility">Accessibility statement</a> ·
            <a href="/how-we-use-information">How we use information</a>
          </p>
        </footer>
      </body>
    </html> `.text;
}
