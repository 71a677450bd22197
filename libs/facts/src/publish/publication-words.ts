import type { Publication } from './publish-edition.js';

/** What became of a publication, in words for whoever asked for it. */
export function publicationWords({ status, edition, hash }: Publication): string {
  switch (status) {
    case 'published':
      return `Edition ${edition} is published. Fingerprint ${hash?.slice(0, 4)} ${hash?.slice(4, 8)}.`;
    case 'unchanged':
      return `Nothing has changed since edition ${edition}: no new edition was made.`;
    case 'waiting':
      return 'What is new is of fewer than 5 people and would tell who they are: it waits until there are more. No edition was made.';
    case 'held':
      return 'Held back: by another coder than that of the latest edition too many themes come to figures that can’t both be right. No edition was made; the workbench says which.';
    case 'empty':
      return 'There is nothing to publish yet: no submission has been received.';
  }
}
