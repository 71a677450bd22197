export * from './dimensions.js';
export type * from './figures.js';
export { freshness, type Freshness, type FreshnessState } from './freshness.js';
export type { Report } from './report-contract.js';
export { report, reports } from './registry.js';
export { refreshWorkingFacts, type RefreshedFacts } from './refresh-working-facts.js';
export { publishEdition, type Publication } from './publish-edition.js';
// Signatures that follow (same names, same shapes):
// reports(): Promise<Report[]>
// report(code: string): Promise<Report | null>
// askFigures(db: Database, question: FigureQuestion, access: Access): Promise<FiguresAnswer>
// figureById(db: Database, id: string, of: { edition?: number | null; working?: boolean }, access: Access): Promise<Figure | null>
// editions(db: Queryable): Promise<Edition[]>                      latest first
// edition(db: Queryable, number: number | null): Promise<Edition | null>   null = latest
// about(db: Queryable): Promise<{ city: string; synthetic: boolean }>
// agencies(db: Queryable, edition?: number | null): Promise<Agency[]>
// communities(db, kind?: CommunityKind | null, edition?): Promise<Community[]>
// codebook(db, code: string, edition?): Promise<Codebook | null>
// engagements(db, filter?: EngagementFilter, edition?): Promise<PublishedEngagement[]>
// engagement(db, agency: string, key: string, edition?): Promise<PublishedEngagement | null>
// statements(db, engagementId: string, edition?): Promise<Statement[]>
// refreshWorkingFacts(db: Database): Promise<{ rows: number; submissions: number; people: number }>      worker role
// publishEdition(db: Database, options: { note?: string | null; now?: Date }): Promise<{ status: 'published' | 'unchanged' | 'empty'; edition: number | null; hash: string }>   worker role
