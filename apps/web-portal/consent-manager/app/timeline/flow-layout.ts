import type { DataHolders } from './timeline-queries.ts';

export type FlowKind = 'may-ask' | 'holds' | 'overdue';

export interface FlowNode {
  readonly id: string;
  readonly name: string;
}

/** A tie between who has her data at the source and who has a copy of it, or may ask for one. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  /** Middles of both nodes, in pixels from the top. */
  readonly fromY: number;
  readonly toY: number;
}

export interface Flow {
  readonly sources: readonly FlowNode[];
  readonly receivers: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly height: number;
}

export const nodeHeight = 64;
export const nodeGap = 16;

const weight: Record<FlowKind, number> = { 'may-ask': 0, holds: 1, overdue: 2 };

/** Who holds what, as two columns and lines between them: one line for each pair, for the gravest that ties them. */
export function layFlow({ dataProviders, dataUsers }: DataHolders): Flow {
  const ties = dataUsers.flatMap(({ participant: to, consents, held }) => [
    ...consents.flatMap(({ dataProviders: from }) =>
      from.map((source) => ({ source, to, kind: 'may-ask' as FlowKind })),
    ),
    ...held.map(({ from: source, overdue }) => ({ source, to, kind: (overdue > 0 ? 'overdue' : 'holds') as FlowKind })),
  ]);
  const sources = distinct([
    ...dataProviders.map(({ participant }) => participant),
    ...ties.map(({ source }) => source),
  ]);
  const receivers = distinct(dataUsers.map(({ participant }) => participant));
  const rows = Math.max(sources.length, receivers.length, 1);
  const middle = (nodes: readonly FlowNode[], id: string) => {
    const free = ((rows - nodes.length) * (nodeHeight + nodeGap)) / 2;
    return free + nodes.findIndex((node) => node.id === id) * (nodeHeight + nodeGap) + nodeHeight / 2;
  };
  const gravest = new Map<string, FlowEdge>();
  for (const { source, to, kind } of ties) {
    const pair = `${source.id} ${to.id}`;
    const known = gravest.get(pair);
    if (known !== undefined && weight[known.kind] >= weight[kind]) continue;
    const [fromY, toY] = [middle(sources, source.id), middle(receivers, to.id)];
    gravest.set(pair, { from: source.id, to: to.id, kind, fromY, toY });
  }
  const height = rows * (nodeHeight + nodeGap) - nodeGap;
  return { sources, receivers, edges: [...gravest.values()], height };
}

function distinct(nodes: readonly FlowNode[]): FlowNode[] {
  return [...new Map(nodes.map(({ id, name }) => [id, { id, name }])).values()];
}
