import type { StageContext } from "../../pipeline/stage.ts";

/** The cheapest stage that reads and writes: its inputs one after another, or its parameter where it has none. */
export async function run(context: StageContext<{ readonly text?: string }>): Promise<void> {
  const texts = await Promise.all(
    Object.values(context.inputs).map((path) => Deno.readTextFile(path)),
  );
  await Deno.writeTextFile(context.output("text"), context.params.text ?? texts.join(""));
}
