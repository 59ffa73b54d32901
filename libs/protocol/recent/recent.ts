/** What was kept last, by key: beyond a number of them, the one that was kept the longest time ago is forgotten. */
export class Recent<K, V> {
  private readonly kept = new Map<K, V>();

  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    return this.kept.get(key);
  }

  keep(key: K, value: V): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size <= this.most) return;
    for (const oldest of this.kept.keys()) {
      this.kept.delete(oldest);
      return;
    }
  }

  forget(key: K): void {
    this.kept.delete(key);
  }
}
