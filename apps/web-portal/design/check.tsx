import { Checkbox } from '@base-ui/react/checkbox';
import { Check as Tick } from 'lucide-react';
import { type ReactNode, useId } from 'react';

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}

/** Something to tick, with its words beside it: both can be pressed. */
export function Check({ checked, onChange, children, disabled = false }: CheckProps) {
  const label = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands in it
    <label className="flex min-h-11 items-start gap-3 py-2.5">
      <Checkbox.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-labelledby={label}
        className="flex size-6 shrink-0 items-center justify-center rounded-md border-2 border-edge bg-surface data-checked:border-accent data-checked:bg-accent data-disabled:opacity-60"
      >
        <Checkbox.Indicator className="text-on-accent">
          <Tick aria-hidden="true" className="size-4" strokeWidth={3} />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span id={label} className="min-w-0">
        {children}
      </span>
    </label>
  );
}
