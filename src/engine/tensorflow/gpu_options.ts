/** How a CUDA device is used. */
export interface GpuOptions {
  /** `false` computes on the processor, whatever there is. Default `true`. */
  readonly enabled?: boolean;
  /** Take only kernels that give the same bits from run to run. Default `true`. */
  readonly deterministic?: boolean;
  /** Let matrix products and convolutions round their inputs to TensorFloat-32. Default `false`. */
  readonly tf32?: boolean;
}

/**
 * Reads how a CUDA device is used out of `ASSAY_GPU` and `ASSAY_DETERMINISTIC`, which `0` turns off, and `ASSAY_TF32`, which
 * `1` turns on.
 *
 * @param environment Variables by name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseGpuOptions } from "./gpu_options.ts";
 *
 * const options = parseGpuOptions({ ASSAY_TF32: "1" });
 * assertEquals(options, { enabled: true, deterministic: true, tf32: true });
 * ```
 */
export function parseGpuOptions(
  environment: Readonly<Record<string, string | undefined>>,
): Required<GpuOptions> {
  return {
    enabled: environment.ASSAY_GPU !== "0",
    deterministic: environment.ASSAY_DETERMINISTIC !== "0",
    tf32: environment.ASSAY_TF32 === "1",
  };
}
