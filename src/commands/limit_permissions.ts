import type { StageKind, StagePermissions } from "../../pipeline/mod.ts";

const PORTABLE: StagePermissions = { packages: true };

/**
 * Fits the permissions of stages that compute to the engine that was chosen. The portable engine has no native library, and
 * reads its WebAssembly from the installed packages: nothing then runs that Deno does not hold.
 *
 * @param kinds Kinds of stages, as the catalogue has them.
 * @param environment What the stages are told; `ASSAY_ENGINE` names the engine.
 * @returns Kinds with the permissions that are needed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { STAGE_KINDS } from "../stages/catalogue.ts";
 * import { limitPermissions } from "./limit_permissions.ts";
 *
 * const kinds = limitPermissions(STAGE_KINDS, { ASSAY_ENGINE: "portable" });
 * assertEquals(kinds["train-gan"].permissions, { packages: true });
 * assertEquals(kinds["compare"].permissions, {});
 * ```
 */
export function limitPermissions(
  kinds: Readonly<Record<string, StageKind>>,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, StageKind>> {
  if (environment.ASSAY_ENGINE !== "portable") return kinds;
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      kind.permissions.ffi ? { ...kind, permissions: PORTABLE } : kind,
    ]),
  );
}
