import { assertEquals } from "@std/assert";
import { ensureLibrary } from "../../../src/engine/library/ensure_library.ts";
import { openLibrary } from "../../../src/engine/tensorflow/c_api.ts";
import { holdToRepeat } from "../../../src/engine/tensorflow/hold_to_repeat.ts";
import { openTestEngine } from "../open_test_engine.ts";

Deno.test("holdToRepeat() sets the library's own switches, and reads them back", async () => {
  // Keeps the library loaded beyond this file.
  (await openTestEngine()).close();
  const api = openLibrary(await ensureLibrary(() => {}));
  const before = [api.isOpDeterminismRequired!(), api.isTensorFloat32Enabled!()];
  try {
    assertEquals(holdToRepeat(api), ["deterministic-ops=on", "tf32=off"]);
    const fast = { deterministic: false, tf32: true };
    assertEquals(holdToRepeat(api, fast), ["deterministic-ops=off", "tf32=on"]);
  } finally {
    api.enableOpDeterminism!(before[0]);
    api.enableTensorFloat32!(before[1]);
  }
});

Deno.test("holdToRepeat() says that it does not know a library without the switches", () => {
  const none = {
    enableOpDeterminism: null,
    isOpDeterminismRequired: null,
    enableTensorFloat32: null,
    isTensorFloat32Enabled: null,
  };
  assertEquals(holdToRepeat(none as never), ["deterministic-ops=unknown", "tf32=unknown"]);
});
