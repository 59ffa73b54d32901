import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * What is asked anew when something of a kind has changed; who holds what may change with any of them. A request that is
 * decided may have been decided by a rule, which then counts it.
 */
const touched: Record<string, readonly string[]> = {
  'consent-request': ['consent-requests', 'standing-choices'],
  consent: ['consents', 'consent-requests'],
  'data-session': ['consents'],
  'account-link': ['account-links', 'consents', 'consent-requests'],
  erasure: ['consents'],
  'standing-choice': ['standing-choices'],
};

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Hears that something of hers has changed, and asks for it anew: a new request appears without reloading. */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = firstPauseMs;
    let opened = false;
    const again = (key: string) => void queries.invalidateQueries({ queryKey: [key] });

    const listen = () => {
      source = new EventSource('/me/changes');
      source.addEventListener('open', () => {
        pauseMs = firstPauseMs;
        // What changed while nobody listened was not heard.
        if (opened) void queries.invalidateQueries();
        opened = true;
      });
      source.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const { kind } = JSON.parse(data) as { kind: string };
        for (const key of [...(touched[kind] ?? []), 'timeline', 'data-holders']) again(key);
      });
      source.addEventListener('error', () => {
        // The browser itself goes on trying, but not after an answer that refused.
        if (source?.readyState !== EventSource.CLOSED) return;
        again('me');
        timer = setTimeout(listen, pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      });
    };
    listen();
    return () => {
      source?.close();
      clearTimeout(timer);
    };
  }, [queries]);
}
