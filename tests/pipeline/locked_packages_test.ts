import { assertEquals, assertThrows } from "@std/assert";
import { listLockedPackages } from "../../pipeline/locked_packages.ts";

const LOCK = JSON.stringify({
  version: "5",
  specifiers: { "npm:a@1": "1.2.0", "npm:@scope/b@^2": "2.1.0", "jsr:@std/c@1": "1.0.1" },
  npm: {
    "a@1.2.0": { dependencies: ["d", "e@2.0.0"] },
    "@scope/b@2.1.0": {},
    "d@3.0.0": { dependencies: ["a"] },
    "e@1.0.0": {},
    "e@2.0.0": {},
  },
  jsr: { "@std/c@1.0.1": { dependencies: ["npm:@scope/b@^2"] } },
});

Deno.test("listLockedPackages() follows dependencies, and comes to an end where they go in a circle", () => {
  assertEquals(listLockedPackages(LOCK, ["npm:a@1"]), ["a@1.2.0", "d@3.0.0", "e@2.0.0"]);
});

Deno.test("listLockedPackages() reads scoped names, paths behind a version, and jsr", () => {
  assertEquals(listLockedPackages(LOCK, ["npm:@scope/b@^2/deep/file.js"]), ["@scope/b@2.1.0"]);
  assertEquals(listLockedPackages(LOCK, ["jsr:@std/c@1"]), ["@scope/b@2.1.0", "@std/c@1.0.1"]);
});

Deno.test("listLockedPackages() counts the modules of Node as none", () => {
  assertEquals(listLockedPackages("", ["node:path"]), []);
});

Deno.test("listLockedPackages() refuses a package that is not locked", () => {
  assertThrows(
    () => listLockedPackages(LOCK, ["npm:a@2"]),
    RangeError,
    'Cannot find the locked version of "npm:a@2": deno.lock does not have it',
  );
  assertThrows(() => listLockedPackages("", ["npm:a@1"]), RangeError);
});
