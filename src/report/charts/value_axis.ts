import type { Domain } from "../choose_domain.ts";

/** A chart's vertical axis. */
export interface ValueAxis {
  readonly field: string;
  readonly type: "quantitative";
  readonly title: null;
  readonly scale: {
    readonly type: "linear" | "log";
    readonly domain: number[];
    readonly nice: false;
    readonly zero?: false;
    readonly clamp: boolean;
  };
  readonly axis: {
    readonly tickCount: number;
    readonly format: string;
    readonly values?: number[];
  };
}

/**
 * Makes a vertical axis: few ticks, written in full, and on a log scale at powers of ten, or at 1, 2 and 5 where
 * there are few of these.
 *
 * @param field The field on the axis.
 * @param domain Both ends and the scale.
 * @returns A Vega-Lite position channel.
 */
export function makeValueAxis(field: string, { domain, scale }: Domain): ValueAxis {
  const base = { field, type: "quantitative", title: null } as const;
  if (scale === "linear") {
    return {
      ...base,
      scale: { type: scale, domain: [...domain], nice: false, zero: false, clamp: false },
      axis: { tickCount: 4, format: ",~r" },
    };
  }
  return {
    ...base,
    scale: { type: scale, domain: [...domain], nice: false, clamp: true },
    axis: { tickCount: 4, format: ",~r", values: listLogTicks(domain) },
  };
}

function listLogTicks([low, high]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - first + 1 },
    (_, index) => first + index,
  );
  const isShown = (tick: number): boolean => tick >= low && tick <= high;
  const decades = powers.map((power) => Number(`1e${power}`)).filter(isShown);
  if (decades.length >= 3) {
    return decades.filter((_, index) => index % Math.ceil(decades.length / 5) === 0);
  }
  return powers.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
    .filter(isShown);
}
