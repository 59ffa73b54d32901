import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { NodeWords } from '../parts/node-words.tsx';

/** A text of consoles, or of all pages, by a code that is only known when it runs; undefined where there is none. */
export function useKnownWords(): (key: string) => string | undefined {
  const t = useTranslations();
  return (key) => {
    const known = [`console.${key}`, key] as 'story.failed'[];
    const there = known.find((one) => t.has(one));
    return there && t(there);
  };
}

/** The same; what the node says itself, in English, where a newer node has a code that these pages do not know. */
export function useWordsOr(): (key: string, otherwise: string) => ReactNode {
  const find = useKnownWords();
  return (key, otherwise) => find(key) ?? <NodeWords>{otherwise}</NodeWords>;
}
