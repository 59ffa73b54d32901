import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';

interface OneOfProps<T extends string> {
  readonly label: ReactNode;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[];
  readonly onChange: (value: T) => void;
}

/** One of a few that want to be read before they are chosen. */
export function OneOf<T extends string>({ label, value, options, onChange }: OneOfProps<T>) {
  const id = useId();
  return (
    <div>
      <p id={id} className="font-medium">
        {label}
      </p>
      <RadioGroup aria-labelledby={id} value={value} onValueChange={(next) => onChange(next as T)}>
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio button stands in it
          <label key={option.value} className="flex min-h-11 items-start gap-3 py-2.5">
            <Radio.Root
              value={option.value}
              aria-labelledby={`${id}-${option.value}`}
              className="flex size-6 shrink-0 items-center justify-center rounded-full border-2 border-edge bg-surface data-checked:border-accent"
            >
              <Radio.Indicator className="size-3 rounded-full bg-accent" />
            </Radio.Root>
            <span id={`${id}-${option.value}`} className="min-w-0">
              {option.text}
            </span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
