/** Who may see which rows of one table, as a policy per role. `true` = every row. */
export interface RowAccess {
  worker?: string | true;
  linker?: string | true;
  /** Usually `access.sees(agency)`; the session decides, so no session means no rows. */
  workbench?: string | true;
}

/**
 * SQL that switches row-level security on, forces it upon the owner too, and names each role's rows.
 * The owner has a policy of its own because SECURITY DEFINER functions run as the owner.
 */
export function rowSecurity(table: string, rows: RowAccess): string {
  const name = table.replace('.', '_');
  const policies = Object.entries({ owner: true, ...rows }).map(([role, rule]) => {
    const condition = rule === true ? 'true' : String(rule);
    return `CREATE POLICY ${name}_${role} ON ${table} TO hub_${role} USING (${condition}) WITH CHECK (${condition});`;
  });
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    ...policies,
  ].join('\n');
}

/** Each migration works as hub_owner, so that everything belongs to it whoever connects. */
export const asOwner = (sql: string): string => `SET LOCAL ROLE hub_owner;\n${sql}\nRESET ROLE;`;
