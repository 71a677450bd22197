import { Injectable } from '@nestjs/common';
import { Quotes } from '../decisions/quotes.js';
import type { ReportContent } from './content.js';
import { quotedOf, quotesIn, withQuotes } from './quotes-in.js';

/** Puts the words of quotes into reports, as long as they are released. */
@Injectable()
export class ReportWords {
  constructor(private readonly quotes: Quotes) {}

  async shown(content: ReportContent): Promise<ReportContent> {
    const places = quotesIn(content).map((quote) => ({ edition: content.edition.number, quote }));
    const found = await this.quotes.shown(places, quotedOf(content.kind));
    return withQuotes(content, new Map(found.map(({ quote, words }) => [quote, words])));
  }
}
