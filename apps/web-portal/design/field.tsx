import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';

interface FieldProps extends Omit<ComponentProps<typeof BaseField.Control>, 'className'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with what stands in it. */
  readonly error?: ReactNode;
}

export const controlLook =
  'min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-ink placeholder:text-soft disabled:opacity-60';

/** One line of text, with its name, and what is wrong with it. */
export function Field({ label, hint, error, ...control }: FieldProps) {
  const invalid = error !== undefined && error !== null;
  return (
    <BaseField.Root invalid={invalid} className="space-y-1">
      <BaseField.Label className="block font-medium">{label}</BaseField.Label>
      <BaseField.Control {...control} className={controlLook} />
      {hint !== undefined && <BaseField.Description className="text-sm text-soft">{hint}</BaseField.Description>}
      <BaseField.Error match={invalid} className="text-sm text-bad">
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
