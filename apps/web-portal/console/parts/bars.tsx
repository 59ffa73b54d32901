import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useLanguage } from '../../language/language-provider.tsx';
import { type ChartProps, colourOf } from './chart-data.ts';

const text = { fill: 'var(--soft)', fontSize: 12 };
const line = { stroke: 'var(--line)' };
const lyingRow = 44;

/** Stacked bars: standing ones run with the reader's script, lying ones begin where a line of it begins. */
export default function Bars({ series, rows, isLying = false, isStacked = true }: ChartProps) {
  const isReversed = useLanguage().language.direction === 'rtl';
  const data = rows.map(({ name, values }) => ({ ...values, name }));
  const numbers = { type: 'number', allowDecimals: false, tick: text, axisLine: false, tickLine: false } as const;
  const names = { type: 'category', dataKey: 'name', tick: text, axisLine: line, tickLine: false } as const;
  const side = isReversed ? 'right' : 'left';
  return (
    <ResponsiveContainer width="100%" height={isLying ? rows.length * lyingRow + 40 : 256}>
      <BarChart
        data={data}
        layout={isLying ? 'vertical' : 'horizontal'}
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 8 }}
      >
        <CartesianGrid {...line} horizontal={!isLying} vertical={isLying} />
        {isLying ? (
          <>
            <XAxis {...numbers} reversed={isReversed} />
            <YAxis {...names} width={128} orientation={side} />
          </>
        ) : (
          <>
            <XAxis {...names} reversed={isReversed} minTickGap={16} />
            <YAxis {...numbers} width={40} orientation={side} />
          </>
        )}
        <Tooltip
          cursor={{ fill: 'var(--sunken)' }}
          contentStyle={{ background: 'var(--surface)', border: '1px solid var(--line)', borderRadius: 8 }}
          labelStyle={{ color: 'var(--ink)', fontWeight: 600 }}
          itemStyle={{ color: 'var(--ink)' }}
        />
        {series.map(({ key, name }, index) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            {...(isStacked && { stackId: 'all' })}
            maxBarSize={40}
            fill={colourOf(index)}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
