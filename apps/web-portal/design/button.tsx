import type { ButtonHTMLAttributes } from 'react';

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent hover:opacity-90',
  quiet: 'border border-edge bg-surface text-ink hover:bg-sunken',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-wash',
  plain: 'text-accent underline-offset-4 hover:underline px-1',
};

/** A target of 44 px and more, as a thumb needs; what it looks like also for a link: `buttonLook(kind)`. */
export function buttonLook(kind: ButtonKind = 'quiet'): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 font-medium no-underline disabled:cursor-not-allowed disabled:opacity-60 ${kinds[kind]}`;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  /** What it began is under way: it cannot be pressed again, and says so. */
  readonly busy?: boolean;
}

export function Button({
  kind = 'quiet',
  busy = false,
  className = '',
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  const look = `${buttonLook(kind)} ${busy ? 'animate-pulse' : ''} ${className}`;
  return (
    <button {...rest} type={type} className={look} disabled={disabled === true || busy} aria-busy={busy || undefined} />
  );
}
