/** The database roles, one per kind of work; in PostgreSQL each is called `hub_<role>`. */
export const ROLES = ['owner', 'intake', 'worker', 'linker', 'published', 'workbench'] as const;

export type Role = (typeof ROLES)[number];

/** The role's name inside PostgreSQL. */
export const roleName = (role: Role): string => `hub_${role}`;
