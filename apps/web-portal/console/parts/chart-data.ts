export interface ChartSeries {
  readonly key: string;
  readonly name: string;
}
export interface ChartRow {
  readonly key: string;
  /** In the reader's language. */
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}
export interface ChartProps {
  /** Says what is counted. */
  readonly caption: string;
  /** What a row is, e.g. "Day". */
  readonly rowName: string;
  readonly series: readonly ChartSeries[];
  readonly rows: readonly ChartRow[];
  /** One bar per row lying down, for rows with long names; otherwise standing, for days. */
  readonly isLying?: boolean;
  /** Whether the page has the figures in a table of its own. */
  readonly isTabled?: boolean;
  /** Parts of a whole stand on each other; figures that are no parts stand side by side. */
  readonly isStacked?: boolean;
}

/** Of the tokens in chart-colours.css. */
export const colourOf = (index: number): string => `var(--chart-${(index % 6) + 1})`;
