import { assertEquals, assertGreater } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";

Deno.test("deno task run gives the same digests with one job and with two", async () => {
  const project = await ProjectCopy.make();
  await project.write(SPEC, writeSmallRing({ seeds: [1, 2] }));
  const digests = [];
  for (const jobs of ["1", "2"]) {
    project.results = join(project.folder, `results-${jobs}`);
    await project.run(SPEC, "--jobs", jobs);
    digests.push(await project.listDigests("small-ring"));
  }
  assertGreater(Object.keys(digests[0]).length, 20);
  assertEquals(digests[0], digests[1]);
  await project.remove();
});
