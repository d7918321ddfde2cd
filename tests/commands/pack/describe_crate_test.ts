import { assert, assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { gatherPack, packFiles } from "../../../pipeline/archive/mod.ts";
import { digestData } from "../../../pipeline/digest.ts";
import { describeCrate } from "../../../src/commands/pack/describe_crate.ts";
import { openResults } from "../../../src/commands/open_results.ts";
import { STAGES } from "../../pipeline/archive/make_pack.ts";
import { Workbench } from "../../pipeline/fixtures/workbench.ts";
import { installValidator } from "./install_validator.ts";

const SCRIPT = join(import.meta.dirname!, "validate_crate.py");

/** Runs two stages and one that fails, and describes them. */
async function describe(bench: Workbench) {
  await bench.run(STAGES, { keepGoing: true });
  const plan = Object.values(await bench.plan(STAGES));
  const { records, failures } = await openResults(bench.results);
  const members = await gatherPack({
    results: bench.results,
    records: [...records.values()],
    failures: failures.map(({ key }) => key),
    checkpoints: [],
    view: [],
    made: { "specs/bench.ts": new TextEncoder().encode("export default {};\n") },
  });
  const stages = plan.map((stage) => {
    const record = records.get(stage.key!);
    const failure = failures.find(({ id }) => id === stage.id);
    return {
      plan: stage,
      ...(record === undefined ? {} : { record }),
      ...(failure === undefined ? {} : { failure }),
    };
  });
  const crate = describeCrate({
    experiment: "bench",
    question: "Does it add?",
    spec: "specs/bench.ts",
    stages,
    members,
    version: "0.1.0",
  });
  return { crate, members };
}

Deno.test("describeCrate() tells what made each artifact from what, and of failures as failed actions", async () => {
  await using bench = await Workbench.open();
  const { crate, members } = await describe(bench);
  const graph: Record<string, unknown>[] = JSON.parse(crate)["@graph"];
  const find = (id: string) => graph.find((entity) => entity["@id"] === id)!;
  assertEquals(new Set(graph.map((entity) => entity["@id"])).size, graph.length);
  const [a, b, c] = ["a", "b", "c"].map((id) => find(`#action/${id}`));
  const made = (a.result as { "@id": string })["@id"];
  assertEquals(members.some(({ name }) => name === made), true);
  assertEquals(b.object, { "@id": made });
  assertEquals(find(made).sha256, digestData("41"));
  assertEquals(find("#value/a/number").value, "41");
  assertEquals(c.actionStatus, "http://schema.org/FailedActionStatus");
  assert(String(c.error).includes("loss is NaN at step 3"), String(c.error));
  assertEquals(find("#run").actionStatus, "http://schema.org/FailedActionStatus");
  for (const { name } of members) assert(find(name), name);
});

Deno.test("a pack's description is a valid Provenance Run Crate, says roc-validator", async () => {
  const validator = await installValidator();
  if (typeof validator === "string") {
    console.log(`skipped: roc-validator cannot be installed: ${validator}`);
    return;
  }
  await using bench = await Workbench.open();
  const { crate, members } = await describe(bench);
  const source = new TextEncoder().encode(crate);
  const description = {
    name: "ro-crate-metadata.json",
    source,
    digest: digestData(source),
    sizeBytes: source.length,
  };
  const path = join(bench.results, "bench.tar.gz");
  await packFiles(path, [...members, description], { experiment: "bench" });
  await new Deno.Command("tar", { args: ["xzf", path], cwd: dirname(path) }).output();
  const folder = join(bench.results, "assay-bench");

  const validate = async () => {
    const { stdout, stderr } = await new Deno.Command(validator.python, {
      args: [SCRIPT, validator.context, "provenance-run-crate-0.5", folder],
      cwd: bench.results,
    }).output();
    const told = new TextDecoder().decode(stdout).trim().split("\n").at(-1)!;
    assert(told.startsWith("{"), new TextDecoder().decode(stderr));
    const { checks, issues } = JSON.parse(told);
    assert(checks > 100);
    return issues.filter(({ severity }: { severity: string }) => severity === "REQUIRED");
  };
  assertEquals(await validate(), []);
  const broken = crate.replace('"@type": "ControlAction"', '"@type": "Thing"');
  await Deno.writeTextFile(join(folder, description.name), broken);
  assert((await validate()).length > 0, "the validator sees what is wrong");
});
