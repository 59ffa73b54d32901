import { useState } from 'react';

/** Copies a text; says that it was copied until the next is. */
export function useCopied() {
  const [copied, setCopied] = useState<string>();
  return {
    isCopied: copied !== undefined,
    copy: async (text: string) => {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    },
  };
}
