/** Writes a number for a terminal: three significant digits, whole ones never rounded away. */
export function roundValue(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
