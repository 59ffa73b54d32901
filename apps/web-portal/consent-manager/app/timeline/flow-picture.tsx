import { useTranslations } from 'use-intl';
import { type Flow, type FlowEdge, type FlowKind, type FlowNode, nodeGap, nodeHeight } from './flow-layout.ts';

const lines: Record<FlowKind, string> = {
  'may-ask': 'stroke-edge [stroke-dasharray:5_5]',
  holds: 'stroke-accent',
  overdue: 'stroke-bad',
};

interface FlowPictureProps {
  readonly flow: Flow;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Two columns that can be pressed, and lines between them; what the lines say stands in the list below, too. */
export function FlowPicture({ flow, chosen, onChoose }: FlowPictureProps) {
  const t = useTranslations('person.timeline');
  const touches = ({ from, to }: FlowEdge) => chosen === undefined || from === chosen || to === chosen;
  return (
    <div className="grid grid-cols-[minmax(0,4fr)_minmax(0,1fr)_minmax(0,4fr)] sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)] gap-y-2">
      <p className="text-sm text-soft">{t('sources')}</p>
      <span />
      <p className="text-sm text-soft">{t('receivers')}</p>
      <Column nodes={flow.sources} chosen={chosen} onChoose={onChoose} />
      <svg
        aria-hidden="true"
        className="w-full rtl:-scale-x-100"
        height={flow.height}
        viewBox={`0 0 100 ${flow.height}`}
        preserveAspectRatio="none"
      >
        {flow.edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            d={`M0 ${edge.fromY} C50 ${edge.fromY} 50 ${edge.toY} 100 ${edge.toY}`}
            className={`fill-none ${lines[edge.kind]} ${touches(edge) ? '' : 'opacity-20'}`}
            strokeWidth={edge.kind === 'may-ask' ? 2 : 4}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <Column nodes={flow.receivers} chosen={chosen} onChoose={onChoose} />
      <ul className="col-span-3 mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm text-soft">
        {(['holds', 'may-ask', 'overdue'] as const).map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <svg aria-hidden="true" className="h-2 w-8" viewBox="0 0 32 8">
              <path d="M0 4 H32" className={lines[kind]} strokeWidth={kind === 'may-ask' ? 2 : 4} />
            </svg>
            {t(`flow.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ColumnProps extends Omit<FlowPictureProps, 'flow'> {
  readonly nodes: readonly FlowNode[];
}

function Column({ nodes, chosen, onChoose }: ColumnProps) {
  return (
    <ul className="flex flex-col justify-center" style={{ gap: nodeGap }}>
      {nodes.map(({ id, name }) => (
        <li key={id} style={{ height: nodeHeight }}>
          <button
            type="button"
            aria-pressed={chosen === id}
            onClick={() => onChoose(chosen === id ? undefined : id)}
            className="size-full rounded-lg border border-edge bg-surface px-2 text-sm font-medium break-words hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-wash sm:text-base"
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
