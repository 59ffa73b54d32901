import type { ClientBase } from 'pg';

/** The role the source reads with could change something. */
export class RoleMayWrite extends Error {
  override readonly name = 'RoleMayWrite';

  constructor(role: string, what: string) {
    super(
      `the database role ${role} may write (${what}); let the source read with a role that only has CONNECT on the ` +
        'database, USAGE on schemas and SELECT on tables or views',
    );
  }
}

/** What a reader must not be able to do; the first that it can is named. Also what it may become by SET ROLE counts. */
const mayWrite = `
  WITH roles AS (SELECT oid, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')),
  own AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
  SELECT current_user AS role, what FROM (
    SELECT 1 AS n, 'superuser' AS what FROM roles WHERE rolsuper
    UNION ALL SELECT 2, 'may make roles or databases' FROM roles WHERE rolcreaterole OR rolcreatedb
    UNION ALL SELECT 3, 'CREATE on database ' || current_database() FROM roles
      WHERE has_database_privilege(roles.oid, current_database(), 'CREATE')
    UNION ALL SELECT 4, 'CREATE on schema ' || nspname FROM own, roles
      WHERE has_schema_privilege(roles.oid, own.oid, 'CREATE')
    UNION ALL SELECT 5, 'INSERT, UPDATE, DELETE or TRUNCATE on ' || c.oid::regclass::text
      FROM pg_class c JOIN own ON own.oid = c.relnamespace, roles
      WHERE c.relkind IN ('r', 'p', 'v', 'f') AND (
        has_table_privilege(roles.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
        OR has_any_column_privilege(roles.oid, c.oid, 'INSERT, UPDATE'))
  ) AS found ORDER BY n LIMIT 1`;

/** @throws RoleMayWrite */
export async function checkRoleOnlyReads(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string; what: string }>(mayWrite);
  const [found] = rows;
  if (found !== undefined) throw new RoleMayWrite(found.role, found.what);
}
