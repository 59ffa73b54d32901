export interface Contact {
  readonly kind: 'email' | 'tel';
  readonly value: string;
}

/** What she typed into one field: an e-mail address, or a telephone number however it is spaced. */
export function contactOf(text: string): Contact {
  const value = text.trim();
  return value.includes('@') ? { kind: 'email', value } : { kind: 'tel', value: value.replaceAll(/[\s().-]/g, '') };
}
