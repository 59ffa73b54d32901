import { type ChangeKind, changeKinds, changesOf } from './change-kinds.ts';
import type { NewestEntry } from './change-store.ts';

/** The newest entries of those who look on, as they were read last: what is not among them is news. */
export class SeenEntries {
  private readonly ids = new Map<string, ReadonlySet<string>>();

  has(principalId: string): boolean {
    return this.ids.has(principalId);
  }

  forget(principalId: string): void {
    this.ids.delete(principalId);
  }

  /**
   * Entries are compared one by one: of two that were made at once, the one with the lower id may be committed last.
   *
   * @returns what has changed since; nothing for those who are met for the first time
   */
  compare(read: readonly NewestEntry[], principalIds: readonly string[]): Map<string, Set<ChangeKind>> {
    const byPerson = Map.groupBy(read, ({ principalId }) => principalId);
    const changed = new Map<string, Set<ChangeKind>>();
    for (const principalId of principalIds) {
      const entries = byPerson.get(principalId) ?? [];
      const before = this.ids.get(principalId);
      this.ids.set(principalId, new Set(entries.map(({ id }) => id)));
      const news = before === undefined ? [] : entries.filter(({ id }) => !before.has(id));
      if (news.length === 0) continue;
      // None is known any more: there may be others between that were not read.
      const missed = news.length === entries.length && (before?.size ?? 0) > 0;
      changed.set(principalId, new Set(missed ? changeKinds : news.flatMap(({ kind }) => changesOf(kind))));
    }
    return changed;
  }
}
