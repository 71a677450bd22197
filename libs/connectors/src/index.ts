export type * from './contract.js';
export { connector, connectorFault, connectorFolders, connectors, layouts, loadFolders } from './registry.js';
export { newConnector } from './scaffold.js';
export { preview, type FilePreview } from './preview.js';
export { createSafeFetch, type SafeFetchOptions } from './safe-fetch.js';
export { toSafeCsv } from './safe-csv.js';
export { readingOf, type FileReading, type ReadingWithMapping } from './reading-of.js';
export { suggestMapping, type ColumnSuggestion, type Suggestion } from './suggest.js';
export type { SheetMapping, SheetMappingInput } from './mapping/schema.js';
