import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { readText } from "../report/read_text.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";

Deno.test("without Python and libtensorflow an experiment runs on the portable engine", async (test) => {
  const project = await ProjectCopy.make();
  const bare = {
    PATH: join(project.folder, "nothing"),
    ASSAY_CACHE: join(project.folder, "cache"),
    ASSAY_LIBTENSORFLOW: "",
  };
  await project.write(SPEC, writeSmallRing());

  await test.step("it ends with a report, and says once why the engine is slower", async () => {
    const { code, stderr } = await project.command(["run", SPEC], bare);
    assertEquals(code, 0, stderr);
    const said = stderr.split("\n").filter((line) => line.includes(`"portable"`));
    assertEquals(said.length, 1, stderr);
    assertMatch(said[0], /"python3" cannot be started.*Install Python 3 with pip/);
  });

  await test.step("records, summary and report name the engine", async () => {
    const view = join(project.results, "small-ring");
    const { engines } = JSON.parse(await Deno.readTextFile(join(view, "summary.json")));
    assertEquals(engines.length, 1);
    assertEquals({ ...engines[0], version: "" }, {
      name: "portable",
      version: "",
      device: "CPU",
      threads: 1,
    });
    const report = await Deno.readTextFile(join(view, "report.html"));
    assertStringIncludes(readText(report), `portable, tfjs-backend-wasm ${engines[0].version}`);
  });

  await test.step("--engine portable gives the same bytes, without a word about it", async () => {
    const first = await project.listDigests("small-ring");
    assert(Object.keys(first).length > 10);
    project.results = join(project.folder, "other results");
    const { code, stderr } = await project.command(["run", SPEC, "--engine", "portable"], {
      ...bare,
      ASSAY_LIBTENSORFLOW: "/nowhere",
    });
    assertEquals(code, 0, stderr);
    assert(!stderr.includes("portable"), stderr);
    assertEquals(await project.listDigests("small-ring"), first);
  });

  await test.step("--engine tensorflow ends with exit code 3, and says what is missing", async () => {
    await project.write(SPEC, writeSmallRing({ stepCount: 10 }));
    const { code, stderr } = await project.command(["run", SPEC, "--engine", "tensorflow"], bare);
    assertEquals(code, 3, stderr);
    assertStringIncludes(stderr, `"python3" cannot be started`);
  });

  await project.remove();
});

Deno.test("a run whose loss is not finite is diverged on the portable engine too", async () => {
  const project = await ProjectCopy.make();
  const spec = writeSmallRing().replace(`kind: "ring",`, `kind: "ring", radius: 1e30,`);
  await project.write(SPEC, spec);
  const { events } = await project.run(SPEC, "--engine", "portable");
  const training = events.find(({ type, id }) =>
    type === "stage-finished" && id === "train-gan/vanilla/seed=1"
  )!;
  assertEquals(training.status, "diverged");
  assertMatch(String(training.reason), /^\w+ is (NaN|-?Infinity) at step \d+$/);
  await project.remove();
});
