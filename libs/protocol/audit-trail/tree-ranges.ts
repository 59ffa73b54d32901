/** A complete subtree: the `index`-th of those with 2^level leaves. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** Leaves `begin` up to, not including, `end`. */
export interface LeafRange {
  readonly begin: number;
  readonly end: number;
}

/**
 * The complete subtrees a range consists of, from left to right. The range is one that splitting at the largest power
 * of two below its size leads to (RFC 9162, section 2.1.1): then folding their hashes from the right gives its hash.
 */
export function nodesOf({ begin, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = begin; at < end; ) {
    const size = largestPowerOfTwo(end - at);
    nodes.push({ level: Math.log2(size), index: at / size });
    at += size;
  }
  return nodes;
}

/** The ranges whose hashes are the inclusion proof of a leaf (RFC 9162, section 2.1.3.1), in its order. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isSize(size) || !isSize(index) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const ranges: LeafRange[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      ranges.unshift({ begin: middle, end });
      end = middle;
    } else {
      ranges.unshift({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges;
}

/** The ranges whose hashes are the consistency proof between two sizes (RFC 9162, section 2.1.4.1), in its order. */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  if (!isSize(from) || !isSize(to) || from > to) throw new RangeError(`no proof from ${from} to ${to}`);
  if (from === 0 || from === to) return [];
  const ranges: LeafRange[] = [];
  let [begin, end, isWhole] = [0, to, true];
  while (from < end) {
    const middle = begin + splitOf(end - begin);
    if (from <= middle) {
      ranges.unshift({ begin: middle, end });
      end = middle;
    } else {
      ranges.unshift({ begin, end: middle });
      begin = middle;
      isWhole = false;
    }
  }
  return isWhole ? ranges : [{ begin, end }, ...ranges];
}

export const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The largest power of two that is less than `size`, which is at least 2. */
function splitOf(size: number): number {
  const power = largestPowerOfTwo(size);
  return power === size ? power / 2 : power;
}

/** Shifts would end at 32 bits. */
function largestPowerOfTwo(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}
