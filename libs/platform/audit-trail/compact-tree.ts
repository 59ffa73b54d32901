import { foldHashes, hashNode, nodeSha256 } from '#protocol';

/** The root of a growing tree, from one hash for each bit of its size. */
export class CompactTree {
  private readonly nodes: { level: number; hash: Uint8Array }[] = [];

  push(leaf: Uint8Array): void {
    let [level, hash] = [0, leaf];
    for (let left = this.nodes.at(-1); left?.level === level; left = this.nodes.at(-1)) {
      hash = hashNode(left.hash, hash, nodeSha256);
      level += 1;
      this.nodes.pop();
    }
    this.nodes.push({ level, hash });
  }

  root(): Uint8Array {
    return foldHashes(
      this.nodes.map(({ hash }) => hash),
      nodeSha256,
    );
  }
}
