import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  info: { Icon: Info, look: 'bg-accent-wash text-accent', role: 'status' },
  good: { Icon: CircleCheck, look: 'bg-good-wash text-good', role: 'status' },
  warn: { Icon: TriangleAlert, look: 'bg-warn-wash text-warn', role: 'status' },
  bad: { Icon: CircleAlert, look: 'bg-bad-wash text-bad', role: 'alert' },
} as const;

interface NoticeProps {
  readonly kind?: keyof typeof looks;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** What a reader must not miss. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  const { Icon, look, role } = looks[kind];
  return (
    <div role={role} className={`flex gap-3 rounded-lg p-4 ${look}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 space-y-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}
