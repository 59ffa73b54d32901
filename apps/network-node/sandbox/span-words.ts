const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** `+3d 2h`; `right` for none. */
export function spanWords(milliseconds: number): string {
  let rest = milliseconds;
  const words = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return words.length === 0 ? 'right' : `+${words.join(' ')}`;
}
