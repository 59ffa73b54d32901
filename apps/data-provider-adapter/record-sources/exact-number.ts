const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

/** Digits without zeros at either end, and their exponent: two spellings of one number come out alike. */
function spellOut(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = form.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = withoutLastZeros(digits);
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${sign === '-' ? '-' : ''}${significant}e${power}`;
}

/** Not by a pattern: it would begin again at each of a million zeros in the middle. */
function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/**
 * The number a text says, where JSON can carry it unchanged. `0.1` is written as it was read; `12345678901234567.89`
 * is not: a figure that would come out otherwise is no number here.
 */
export function exactNumber(text: string): number | undefined {
  const spelt = spellOut(text);
  const value = Number(text);
  return spelt !== undefined && Number.isFinite(value) && spellOut(String(value)) === spelt ? value : undefined;
}
