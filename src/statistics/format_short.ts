/** Writes a number for a sentence: three significant digits, `123456` as `123000`. */
export function formatShort(value: number): string {
  return String(Number(value.toPrecision(3)));
}
