/**
 * Makes a function that rewrites numbers written the English way, such as `1,234.50`, the way of a language: same
 * digits, its own separators; units of durations too.
 */
export function makeNumberConverter(
  language: string,
): (text: string, options?: { isDuration: boolean }) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  const units: Record<string, string> = {
    ms: "millisecond",
    s: "second",
    min: "minute",
    h: "hour",
  };
  const format = (digits: string, unit?: string): string => {
    const point = digits.indexOf(".");
    const places = point < 0 ? 0 : digits.length - point - 1;
    const name = `${places} ${unit}`;
    if (!formats.has(name)) {
      formats.set(
        name,
        new Intl.NumberFormat(language, {
          minimumFractionDigits: places,
          maximumFractionDigits: places,
          ...(unit && { style: "unit", unit: units[unit], unitDisplay: "short" }),
        }),
      );
    }
    return formats.get(name)!.format(Number(digits.replaceAll(",", "")));
  };
  return (text, { isDuration } = { isDuration: false }) =>
    isDuration
      ? text.replace(
        /([\d,]+(?:\.\d+)?) (ms|s|min|h)\b/g,
        (_, digits, unit) => format(digits, unit),
      )
      : text.replace(/\d+(?:,\d{3})*(?:\.\d+)?/g, (digits) => format(digits));
}
