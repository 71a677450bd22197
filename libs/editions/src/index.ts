export { countPublished, countThrough } from './count-published.js';
export { CountingClient } from './counting-service/client.js';
export { serveCounting } from './counting-service/serve.js';
export { writeCache } from './files/cache.js';
export { columnsOfRows } from './files/fact-rows.js';
export { EditionFiles } from './files/edition-files.js';
export { kernelModule } from './files/kernel-file.js';
