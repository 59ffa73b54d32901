import { chainStart, nextInChain, nodeSha256 } from '#protocol';
import { type Tile, TileColumns } from '../tile-columns.ts';
import { leafOf } from '../trail-check.ts';
import type { TrailUnderTest } from './trail-under-test.ts';

/** What a superuser who knows this code would do: chain and tiles anew, over whatever the entries are by now. */
export async function recomputeTrail({ superuser }: TrailUnderTest): Promise<void> {
  const rows: { entry: string; index: string }[] = await superuser(
    'SELECT index, entry FROM trail_entries ORDER BY index',
  );
  const columns = TileColumns.empty();
  const tiles: Tile[] = [];
  let head = chainStart();
  for (const [n, { entry, index }] of rows.entries()) {
    const leaf = leafOf(entry);
    head = nextInChain(head, leaf, nodeSha256);
    tiles.push(...columns.push(leaf));
    await superuser('UPDATE trail_entries SET index = $1, chain = $2 WHERE index = $3', [n, head, index]);
  }
  await superuser('DELETE FROM trail_tiles');
  for (const { level, index, hashes } of [...tiles, ...columns.open()])
    await superuser('INSERT INTO trail_tiles (level, index, hashes) VALUES ($1, $2, $3)', [level, index, hashes]);
}
