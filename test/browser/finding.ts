/** What a page did that no page may do. */
export interface Finding {
  readonly kind: 'axe' | 'csp' | 'failure';
  /** Which page or journey, in which language, theme and width. */
  readonly where: string;
  readonly what: string;
}

/** What was found so far. Said once: a page that is drawn in eight ways breaks the same rule in each. */
export class Findings {
  readonly all: Finding[] = [];

  /** @param tell hears of each */
  constructor(private readonly tell: (finding: Finding) => void) {}

  add(kind: Finding['kind'], where: string, what: string): void {
    const finding = { kind, where, what };
    this.all.push(finding);
    this.tell(finding);
  }

  count(kind: Finding['kind']): number {
    return this.all.filter((finding) => finding.kind === kind).length;
  }
}
