import { Inject, Injectable } from '@nestjs/common';
import { WARDS, type Agency, type HeldDecisionRecord, type PlanPriority } from '#domain';
import { selectDecisions, type DecisionFilter, type DecisionVersion, type KnownCodes } from '#decisions';
import * as facts from '#facts';
import {
  readCodebooks,
  readDecisionBoard,
  readPublicDecisions,
  readToldVersions,
  type Database,
  type DecisionBoard,
} from '#store';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';

interface Named {
  code: string;
  name: string;
}

/** What the codes of a decision are called, in one edition. */
export interface DecisionNames {
  themes: ReadonlyMap<string, Named>;
  /** The group of every theme; of a group itself the group. */
  groupOf: ReadonlyMap<string, string>;
  wards: ReadonlyMap<string, Named>;
  communities: ReadonlyMap<string, Named>;
  agencies: ReadonlyMap<string, Agency>;
  engagements: ReadonlyMap<string, facts.PublishedEngagement>;
  priorities: ReadonlyMap<string, PlanPriority>;
}

/** Public decisions as they read now. */
export interface DecisionsNow {
  /** Every one, whatever the filter. */
  all: HeldDecisionRecord[];
  /** Those that fit, agencies' own records without a figure among them where the filter lets them. */
  decisions: HeldDecisionRecord[];
  names: DecisionNames;
  /** ISO date by which late is told. */
  today: string;
}

/** What became of figures, as anybody may read it: by the published role. */
@Injectable()
export class Decisions {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  /** Those that an edition carries; without a number those marked public, as they read now. @throws ApiError for a number never published */
  async all(edition: number | null): Promise<HeldDecisionRecord[]> {
    if (edition !== null) await this.editions.ofList(edition);
    return readPublicDecisions(this.published, edition);
  }

  /** What fits a filter now, and what it is called. */
  async fitting(filter: DecisionFilter): Promise<DecisionsNow> {
    const [all, names, today] = await Promise.all([this.all(null), this.names(null), this.day(null)]);
    return { all, decisions: selectDecisions(all, filter, names.groupOf, today), names, today };
  }

  board(edition: number | null): Promise<DecisionBoard> {
    return readDecisionBoard(this.published, edition);
  }

  /** How a public decision read at each saving, the earliest first. */
  versions(id: string): Promise<DecisionVersion[]> {
    return readToldVersions(this.published, id);
  }

  /** When an edition was published; null for now. */
  async moment(edition: number | null): Promise<string | null> {
    return edition === null ? null : ((await this.editions.find(edition))?.publishedAt ?? null);
  }

  /** ISO date by which late is told: of an edition the day it was published, else today. */
  async day(edition: number | null): Promise<string> {
    const of = edition === null ? null : await this.editions.find(edition);
    return (of?.publishedAt ?? new Date().toISOString()).slice(0, 10);
  }

  /**
   * Names in an edition. Without a number: in the latest, with the wards of now and the agencies that have decided since; but for these all
   * empty where nothing was published yet.
   */
  async names(edition: number | null): Promise<DecisionNames> {
    const of = await this.editions.find(edition);
    const db = this.published;
    const [says, books, communities, agencies, engagements, board] = await Promise.all([
      edition === null ? null : facts.editionSays(db, edition),
      of
        ? (readCodebooks(db, of.number) as Promise<
            { themes: { code: string; name: string; parent: string | null }[] }[]
          >)
        : [],
      of ? facts.communities(db, null, of.number) : [],
      of ? facts.agencies(db, of.number) : [],
      of ? facts.engagements(db, {}, of.number) : [],
      this.board(edition),
    ]);
    const themes = books.flatMap((book) => book.themes);
    return {
      themes: byCode(themes),
      groupOf: new Map(themes.map(({ code, parent }) => [code, parent ?? code])),
      wards: byCode(says?.wards ?? WARDS),
      communities: byCode(communities),
      agencies: byCode([...(edition === null ? board.agencies : []), ...agencies]),
      engagements: new Map(engagements.map((one) => [one.id, one])),
      priorities: new Map(board.priorities.map((one) => [`${one.agency}/${one.code}`, one])),
    };
  }

  /** Codes that a decision may name now. */
  async known(): Promise<KnownCodes> {
    const names = await this.names(null);
    const codes = (named: ReadonlyMap<string, unknown>): ReadonlySet<string> => new Set(named.keys());
    return {
      themes: codes(names.themes),
      wards: codes(names.wards),
      communities: codes(names.communities),
      engagements: codes(names.engagements),
      priorities: codes(names.priorities),
    };
  }
}

const byCode = <T extends { code: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.code, one]));
