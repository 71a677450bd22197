/** The database roles, one per kind of work; in PostgreSQL each is called `hub_<role>`. */
export const DATABASE_ROLES = ['owner', 'intake', 'worker', 'linker', 'published', 'workbench'] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** The role's name inside PostgreSQL. */
export const roleName = (role: DatabaseRole): string => `hub_${role}`;
