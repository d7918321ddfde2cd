import { assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { join } from "node:path";
import {
  EnvironmentError,
  explainEnvironment,
  withEnvironment,
} from "../../pipeline/environment_error.ts";

Deno.test("withEnvironment() says in words that a part of the path is no folder", async () => {
  const file = await Deno.makeTempFile();
  const error = await assertRejects(
    () => withEnvironment('write "results"', () => Deno.writeTextFile(join(file, "a"), "")),
    EnvironmentError,
  );
  assertEquals(error.message, 'Cannot write "results": a part of the path is not a folder');
  assertInstanceOf(error.cause, Error);
  await Deno.remove(file);
});

Deno.test({
  name: "withEnvironment() says in words that the disk is full",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await assertRejects(
      () => withEnvironment('write "results"', () => Deno.writeTextFile("/dev/full", "text")),
      EnvironmentError,
      'Cannot write "results": no space left on the device',
    );
  },
});

Deno.test("withEnvironment() passes on what is not the environment's fault", async () => {
  const effect = () => Deno.readTextFile("/nonexistent/file").then(() => {});
  await assertRejects(() => withEnvironment("read", effect), Deno.errors.NotFound);
  assertEquals(await withEnvironment("add", () => Promise.resolve(2)), 2);
});

Deno.test({
  name: "explainEnvironment() tells a permission that Deno was not given",
  permissions: { read: false },
  fn: () => {
    let thrown: unknown;
    try {
      Deno.readTextFileSync("/etc/hostname");
    } catch (error) {
      thrown = error;
    }
    assertEquals(explainEnvironment(thrown), "Deno was not given the permission");
  },
});

Deno.test("explainEnvironment() gives null for other errors and for what is none", () => {
  assertEquals(explainEnvironment(new RangeError("too large")), null);
  assertEquals(explainEnvironment("ENOSPC"), null);
});
