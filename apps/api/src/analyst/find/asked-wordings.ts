import { Inject, Injectable } from '@nestjs/common';
import * as facts from '#facts';
import type { Edition, ListedQuestion, PublishedEngagement } from '#facts';
import { indexedWords, type Database } from '#store';
import type { FoundBy, MeaningShelf, Wording } from '#themes';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../../public/editions/editions.js';

/** Cosine from which a question asks about the same; read on the demonstration's questions. */
const NEAR = 0.5;
const MOST = 100;

/** A question with where it was asked, and how it was found. */
export interface AskedThere {
  question: ListedQuestion;
  engagement: PublishedEngagement;
  foundBy: FoundBy;
}

interface Prepared {
  asked: Omit<AskedThere, 'foundBy'>[];
  wordings: Wording[];
  shelf: MeaningShelf;
}

/** What all agencies asked, as the latest edition has it, by its words and by what these mean. Prepared once an edition. */
@Injectable()
export class AskedWordings {
  private kept: { of: string; prepared: Promise<Prepared> } | null = null;

  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  /** Questions like this one, the nearest first, and the edition that they are of; null where nothing was published yet. */
  async like(said: string): Promise<{ edition: number; found: AskedThere[] } | null> {
    const edition = await this.editions.find();
    if (!edition) return null;
    const [{ asked, wordings, shelf }, themes, [words = []]] = await Promise.all([
      this.prepared(edition),
      import('#themes'),
      this.published.transaction((tx) => indexedWords(tx, [said])),
    ]);
    const direction = shelf.asking(themes.meaningBytes(said));
    const order = themes.joinRanks(
      themes.wordingsByWords(words, wordings),
      direction ? shelf.nearest(direction, MOST, NEAR).map(({ answer }) => answer) : [],
    );
    const found = order.map(({ answer, foundBy }) => ({ ...asked[answer]!, foundBy }));
    return { edition: edition.number, found };
  }

  private prepared(edition: Edition): Promise<Prepared> {
    const of = `${edition.number} ${edition.hash}`;
    if (this.kept?.of !== of) {
      const prepared = this.prepare(edition.number);
      this.kept = { of, prepared };
      // What failed is tried again by whoever asks next.
      prepared.catch(() => {
        if (this.kept?.prepared === prepared) this.kept = null;
      });
    }
    return this.kept.prepared;
  }

  private async prepare(edition: number): Promise<Prepared> {
    const [questions, engagements, { MEANING_SIZE, MeaningShelf, meaningBytes }] = await Promise.all([
      facts.listQuestions(this.published, { edition }),
      facts.engagements(this.published, {}, edition),
      import('#themes'),
    ]);
    const byId = new Map(engagements.map((one) => [one.id, one]));
    const asked = (questions ?? []).flatMap((question) => {
      const engagement = byId.get(question.engagement);
      return engagement ? [{ question, engagement }] : [];
    });
    const texts = asked.map(({ question }) => question.text);
    const titles = asked.map(({ engagement }) => engagement.title);
    const [words, about] = await this.published.transaction(async (tx) => [
      await indexedWords(tx, texts),
      await indexedWords(tx, titles),
    ]);
    const meanings = texts.map((text, answer) => ({ answer, meaning: meaningBytes(text) }));
    return {
      asked,
      wordings: words!.map((own, at) => ({ words: own, about: about![at]! })),
      shelf: MeaningShelf.of(meanings, MEANING_SIZE),
    };
  }
}
