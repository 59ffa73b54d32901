/** The name under which a receipt is kept, as its page for people says it, too. */
export function receiptFile(of: 'consents' | 'data-sessions', id: string): string {
  return `${of === 'consents' ? 'consent' : 'release'}-receipt-${id.slice(-8)}.json`;
}
