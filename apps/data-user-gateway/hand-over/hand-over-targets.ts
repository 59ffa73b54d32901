import type { HandOverKind } from '#domain';
import type { HandOverTarget } from './hand-over-target.ts';

/** The adapter of each kind. */
export class HandOverTargets {
  constructor(private readonly targets: Readonly<Partial<Record<HandOverKind, HandOverTarget>>>) {}

  of(kind: HandOverKind): HandOverTarget {
    const target = this.targets[kind];
    if (target === undefined) throw new Error(`nothing is handed over by ${kind}`);
    return target;
  }
}
