export { sendWaits, smtp, type Send } from './mail/send-waits.js';
export { backUp, type Backup } from './backup/backup.js';
export type { BroughtBack } from './backup/brought-back.js';
export { restore } from './backup/restore.js';
export { ErasureJournal } from './erasure-journal/erasure-journal.js';
export { AuditTrail, type TrailFinding } from './audit-trail/audit-trail.js';
