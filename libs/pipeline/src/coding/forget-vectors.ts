import { forgetEmbeddings, type Database } from '#store';

import { everyWholeText } from './read-whole-texts.js';

/**
 * Forgets the sentence vectors of texts that the hub no longer holds: much of a text can be told from its vector. One that
 * is still needed elsewhere is made again where it is missing, so this may run beside any other work.
 * @returns how many vectors went
 */
export async function forgetVectors(db: Database): Promise<number> {
  const themes = await import('#themes');
  const embedder = themes.sentenceEmbedderId();
  const wholes = await everyWholeText(db, themes);
  const held = wholes.flatMap(({ response }) =>
    response ? [themes.contentHash(embedder, response.text)] : [],
  );
  return forgetEmbeddings(db, held);
}
