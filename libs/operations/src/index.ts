export { AuditTrail, type TrailFinding } from './audit-trail/audit-trail.js';
