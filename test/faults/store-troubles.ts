import { type Fault, roleNames } from './fault.ts';

interface Trouble {
  readonly whose: readonly string[];
  readonly from: number;
  to: number;
}

/** When PostgreSQL or Redis was broken or being mended, and for whom; by the clock of `performance.now`. */
export class StoreTroubles {
  private readonly all: Trouble[] = [];

  /** @returns to be called once it is mended, and every role has said that it is ready */
  begin(fault: Fault): () => void {
    const trouble = { whose: whoseStores(fault), from: performance.now(), to: Number.POSITIVE_INFINITY };
    this.all.push(trouble);
    return () => {
      trouble.to = performance.now();
    };
  }

  /** Whether a role was in trouble at some moment from then to then; absent: any role. */
  during(from: number, to: number, role?: string): boolean {
    const concerns = (whose: readonly string[]) => (role === undefined ? whose.length > 0 : whose.includes(role));
    return this.all.some((trouble) => concerns(trouble.whose) && from <= trouble.to && to >= trouble.from);
  }

  forget(): void {
    this.all.length = 0;
  }
}

/** A disk of its own that is full, a clock, a call that was cut: none of them takes a role's stores away. */
function whoseStores({ kind, target }: Fault): readonly string[] {
  const isEverybodys = target === 'postgres' || target === 'redis';
  if (kind === 'cut-database') return [target];
  return isEverybodys ? roleNames : [];
}
