import { assertEquals, assertStrictEquals } from "@std/assert";
import { defineExperiment } from "../../src/experiment/define.ts";

Deno.test("defineExperiment() returns the spec itself and knows its variants", () => {
  const spec = { name: "a", question: "Why?", dataset: { kind: "ring" } } as const;
  const experiment = { ...spec, variants: { one: {}, two: { extends: "one" } } } as const;
  assertStrictEquals<unknown>(defineExperiment(experiment), experiment);
  defineExperiment({
    ...spec,
    variants: { one: {}, two: {} },
    // @ts-expect-error: there is no variant "three"
    claims: [{ metric: "reverse_kl", better: "three", than: "one" }],
  });
  defineExperiment({
    ...spec,
    variants: { one: {}, two: {} },
    claims: [
      { metric: "reverse_kl", variant: "one", atMost: 0.1, on: "every seed" },
      // @ts-expect-error: there is no variant "three"
      { metric: "reverse_kl", variant: "three", atMost: 0.1 },
    ],
  });
});

Deno.test("defineExperiment() is imported without any other module", async () => {
  const url = new URL("../../src/experiment/define.ts", import.meta.url);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", url.href],
  }).output();
  const { modules } = JSON.parse(new TextDecoder().decode(stdout)) as {
    modules: { specifier: string; dependencies?: { code?: object }[] }[];
  };
  const own = modules.find(({ specifier }) => specifier === url.href);
  assertEquals(own?.dependencies?.filter(({ code }) => code !== undefined) ?? [], []);
});
