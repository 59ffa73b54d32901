/** @param form e.g. `Patient/{account}` */
export function keyOf(form: string, account: string): string {
  return form.replace('{account}', () => account);
}
