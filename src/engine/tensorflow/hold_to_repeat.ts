import type { CApi } from "./c_api.ts";
import type { GpuOptions } from "./gpu_options.ts";

/**
 * Holds a library to repeatable numbers in full precision, for all contexts of this process.
 *
 * @param api The C functions.
 * @param options What is not held to.
 * @returns What the library says of itself afterwards, e.g. `["deterministic-ops=on", "tf32=off"]`; `unknown` for a version
 * of the library that has no such switch.
 */
export function holdToRepeat(
  api: Pick<
    CApi,
    | "enableOpDeterminism"
    | "isOpDeterminismRequired"
    | "enableTensorFloat32"
    | "isTensorFloat32Enabled"
  >,
  { deterministic = true, tf32 = false }: GpuOptions = {},
): string[] {
  api.enableOpDeterminism?.(deterministic);
  api.enableTensorFloat32?.(tf32);
  const describe = (isOn: boolean | undefined) =>
    isOn === undefined ? "unknown" : isOn ? "on" : "off";
  return [
    `deterministic-ops=${describe(api.isOpDeterminismRequired?.())}`,
    `tf32=${describe(api.isTensorFloat32Enabled?.())}`,
  ];
}
