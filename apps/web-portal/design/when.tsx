import { useFormatter, useNow } from 'use-intl';

interface WhenProps {
  /** RFC 3339 */
  readonly at: string;
  /** `day`: the date; `moment`: date and time; `time`: of a day that is known; `since`: how long ago or from now, the exact moment on hovering. */
  readonly show?: 'day' | 'moment' | 'time' | 'since';
}

/** A moment, in the reader's language and time zone. */
export function When({ at, show = 'moment' }: WhenProps) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const moment = new Date(at);
  const exact = format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'short' });
  const texts = {
    day: () => format.dateTime(moment, { dateStyle: 'medium' }),
    moment: () => exact,
    time: () => format.dateTime(moment, { timeStyle: 'short' }),
    since: () => format.relativeTime(moment, now),
  };
  return (
    <time dateTime={at} title={show === 'since' ? exact : undefined}>
      {texts[show]()}
    </time>
  );
}
