import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";
import { removeBackend } from "../../src/engine/tensorflow/tfjs_backend.ts";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import { compareNeighbourhoods } from "../../src/metrics/mod.ts";
import { run } from "../../src/stages/compare_neighbourhoods.ts";
import { storeMatrix } from "../../src/stages/matrix_tensors.ts";
import { restoreNeighbourhoods } from "../../src/stages/neighbourhood_tensors.ts";
import { makePoints } from "../metrics/make_points.ts";
import { listProducts } from "./list_products.ts";

Deno.test("compare-neighbourhoods finds what compareNeighbourhoods() finds, by the engine's products", async () => {
  const folder = await Deno.makeTempDir({ prefix: "assay-test-" });
  const fake = makePoints({ rows: 60, columns: 5, seed: 1, spread: 0.9 });
  const real = makePoints({ rows: 75, columns: 5, seed: 2 });
  const features = join(folder, "features.safetensors");
  const output = join(folder, "neighbourhoods.safetensors");
  const tensors = { fake: storeMatrix(fake), real: storeMatrix(real) };
  await Deno.writeFile(features, writeSafetensors({ tensors, metadata: {} }));
  const context = {
    params: { neighbour: 3 },
    inputs: { features },
    environment: { ASSAY_LIBTENSORFLOW: await ensureLibrary(() => {}) },
    output: () => output,
  };
  const products = await listProducts(() => run(context as unknown as Parameters<typeof run>[0]));
  const found = readSafetensors(await Deno.readFile(output)).tensors;
  assertEquals(
    restoreNeighbourhoods(found, 3),
    compareNeighbourhoods(fake, real, { neighbour: 3 }),
  );
  // Rows are padded to whole tiles.
  for (const shapes of ["60 × 5 with 64 × 5", "76 × 5 with 80 × 5", "60 × 5 with 80 × 5"]) {
    assert(products.includes(shapes), `${shapes} among ${products.join(", ")}`);
  }
  removeBackend();
  await Deno.remove(folder, { recursive: true });
});
