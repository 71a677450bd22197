export type * from './contract.js';
export { connector, connectors } from './registry.js';
export { suggestMapping, type ColumnSuggestion, type Suggestion } from './mapping/suggest.js';
export type { SheetMapping, SheetMappingInput } from './mapping/schema.js';
