export { Database, type Queryable, type Transaction } from './database.js';
export { Agency, Agreement, Delivery, Engagement, Source, Submission } from './entities/index.js';
export { migrate } from './migrate.js';
export { ensureLogins } from './logins.js';
export { serverVersion } from './server-version.js';
