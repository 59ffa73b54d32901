import { sql } from '../database/statement.ts';

/** One at a time for each trail: what is compared with what was kept must not be kept meanwhile. */
export const lockWitnessed = sql(
  'lock-witnessed-checkpoints',
  "SELECT pg_advisory_xact_lock(hashtextextended('assent witnessed ' || current_schema() || ' ' || $1, 0))",
);
export const findWitnessedAt = sql(
  'find-witnessed-checkpoints-at',
  'SELECT root, head FROM witnessed_checkpoints WHERE issuer = $1 AND role = $2 AND size = $3',
);
/** The newest of those that are proven to be of one trail. */
export const findLinkedHead = sql(
  'find-linked-checkpoint',
  `SELECT size, root, head, token FROM witnessed_checkpoints
   WHERE issuer = $1 AND role = $2 AND agrees AND linked ORDER BY size DESC LIMIT 1`,
);
/** One that came as another's `previous` learns what it extends itself once that is handed over. */
export const insertWitnessed = sql(
  'insert-witnessed-checkpoint',
  `INSERT INTO witnessed_checkpoints AS kept
     (issuer, role, size, root, head, token, received_at, agrees, linked, extends_root)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (issuer, role, size, root, head)
   DO UPDATE SET extends_root = coalesce(kept.extends_root, EXCLUDED.extends_root)`,
);

export const listUnlinkedTrails = sql(
  'list-unlinked-trails',
  'SELECT DISTINCT issuer, role FROM witnessed_checkpoints WHERE agrees AND NOT linked LIMIT 1000',
);
/** The smallest first: the others follow from it. */
export const listUnlinked = sql(
  'list-unlinked-checkpoints',
  `SELECT size, root, head, token, received_at FROM witnessed_checkpoints
   WHERE issuer = $1 AND role = $2 AND agrees AND NOT linked ORDER BY size, root, head LIMIT $3`,
);
export const judgeWitnessed = sql(
  'judge-witnessed-checkpoint',
  `UPDATE witnessed_checkpoints SET agrees = $6, linked = $6
   WHERE issuer = $1 AND role = $2 AND size = $3 AND root = $4 AND head = $5 AND agrees AND NOT linked`,
);
/** What a linked one was proven to extend. */
export const linkEarlier = sql(
  'link-earlier-checkpoints',
  `UPDATE witnessed_checkpoints AS earlier SET linked = true FROM witnessed_checkpoints AS later
   WHERE earlier.issuer = $1 AND earlier.role = $2 AND earlier.agrees AND NOT earlier.linked
     AND later.issuer = $1 AND later.role = $2 AND later.agrees AND later.linked
     AND later.size > earlier.size AND later.extends_root = earlier.root
   RETURNING earlier.size`,
);
/** What was proven to extend the newest linked one: one of them, another need not be of one trail with it. */
export const linkLater = sql(
  'link-later-checkpoint',
  `UPDATE witnessed_checkpoints AS later SET linked = true
   FROM (SELECT size, root FROM witnessed_checkpoints
         WHERE issuer = $1 AND role = $2 AND agrees AND linked ORDER BY size DESC LIMIT 1) AS newest
   WHERE later.issuer = $1 AND later.role = $2 AND later.agrees AND NOT later.linked
     AND later.extends_root = newest.root AND later.size = (
       SELECT min(size) FROM witnessed_checkpoints
       WHERE issuer = $1 AND role = $2 AND agrees AND NOT linked AND extends_root = newest.root AND size > newest.size)
   RETURNING later.size`,
);
/** What extends only what contradicts does so itself: that was told already. */
export const doubtLater = sql(
  'doubt-later-checkpoints',
  `UPDATE witnessed_checkpoints AS later SET agrees = false
   WHERE later.issuer = $1 AND later.role = $2 AND later.agrees AND NOT later.linked AND (
     SELECT NOT bool_or(earlier.agrees) FROM witnessed_checkpoints AS earlier
     WHERE earlier.issuer = $1 AND earlier.role = $2 AND earlier.size < later.size AND earlier.root = later.extends_root)
   RETURNING later.size`,
);

/** Those that belong to one trail, the newest first. */
export const listLinked = sql(
  'list-linked-checkpoints',
  `SELECT size, token, received_at, agrees, linked FROM witnessed_checkpoints
   WHERE issuer = $1 AND role = $2 AND agrees AND linked AND size < $3 ORDER BY size DESC LIMIT $4`,
);
/** Those that contradict them, then those of which it is not known yet; nearest to where they part. */
export const listDoubtful = sql(
  'list-doubtful-checkpoints',
  `(SELECT size, token, received_at, agrees, linked FROM witnessed_checkpoints
    WHERE issuer = $1 AND role = $2 AND NOT agrees ORDER BY size, root, head LIMIT $3)
   UNION ALL
   (SELECT size, token, received_at, agrees, linked FROM witnessed_checkpoints
    WHERE issuer = $1 AND role = $2 AND agrees AND NOT linked ORDER BY size, root, head LIMIT $3)`,
);
