import { assertThrows } from "@std/assert";
import type { PackMember } from "../../../pipeline/archive/mod.ts";
import { digestData } from "../../../pipeline/digest.ts";
import { checkMembers } from "../../../src/commands/pack/check_members.ts";
import { UsageError } from "../../../src/commands/usage_error.ts";

function makeMembers(...names: string[]): PackMember[] {
  const source = new Uint8Array();
  return names.map((name) => ({ name, source, digest: digestData(source), sizeBytes: 0 }));
}

function assertRefused(experiment: string, names: readonly string[], reason: string): void {
  const refusal =
    `Cannot pack "${experiment}" so that it can be unpacked, and nothing was written: `;
  assertThrows(
    () => checkMembers(experiment, makeMembers(...names)),
    UsageError,
    `${refusal}${reason}`,
  );
}

Deno.test("checkMembers() passes what unpack takes, and refuses what it would refuse", () => {
  const names = [
    "README.md",
    "ring/report.html",
    "ring/runs/vanilla/seed=1/a.csv",
    "specs/ring.ts",
  ];
  checkMembers("ring", makeMembers(...names));
  assertRefused("grid", names, 'its manifest names "ring/report.html", which no pack holds');
  for (
    const name of ["specs/my spec.ts", "specs/_spec.ts", "specs/спец.ts", "ring/runs/aux/a.csv"]
  ) {
    assertRefused(
      "ring",
      [name],
      `its manifest names ${JSON.stringify(name)}, which no pack holds`,
    );
  }
  assertRefused(
    "ring",
    ["specs/Seeds.ts", "specs/seeds.ts"],
    'its manifest names "specs/seeds.ts"',
  );
  assertRefused("specs", [], 'its manifest cannot be read: "experiment": the name of a folder');
  const deep = `specs/${Array(4).fill("x".repeat(80)).join("/")}`;
  assertRefused("ring", [deep], `Cannot archive "assay-ring/${deep}": its name is too long`);
});
