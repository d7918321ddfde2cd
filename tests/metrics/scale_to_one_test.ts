import { assert, assertEquals } from "@std/assert";
import { scaleToOne } from "../../src/metrics/scale_to_one.ts";

Deno.test("scaleToOne() brings every number to about 1 by a power of 2 that has an inverse", () => {
  for (const number of [Number.MIN_VALUE, 1e-310, 1e-200, 0.1, 1, 3, 1e200, Number.MAX_VALUE]) {
    const scale = scaleToOne(number);
    assertEquals(Math.log2(scale) % 1, 0);
    assert(Number.isFinite(1 / scale) && scale > 0);
    assertEquals(number * scale / scale, number);
    if (number > 1e-300 && number < 1e300) {
      assert(number * scale > 0.7 && number * scale < 1.5, String(number));
    }
  }
  assertEquals(scaleToOne(0), 1);
});
