/**
 * `deno task test:faults [NAME…]`: tries every kind of fault over and over, and prints how many were survived as a table. Some
 * minutes on two cores; names, or their beginnings, choose some. It needs Linux.
 */
import { formatSeconds } from "../../pipeline/progress/format_seconds.ts";
import { FAULTS } from "./list_faults.ts";

const chosen = FAULTS.filter(({ name }) => {
  return Deno.args.length === 0 || Deno.args.some((argument) => name.startsWith(argument));
});
const began = performance.now();
let failures = 0;
console.log("| fault | tried | lost | time | what must hold |");
console.log("| --- | --: | --: | --: | --- |");
for (const { name, claim, run } of chosen) {
  const startedAt = performance.now();
  try {
    const count = await run();
    const seconds = formatSeconds(performance.now() - startedAt);
    console.log(`| ${name} | ${count.toLocaleString("en")} | 0 | ${seconds} | ${claim} |`);
  } catch (error) {
    failures++;
    console.log(`| ${name} | failed | | | ${claim} |`);
    console.error(error);
  }
}
console.log(`\n${formatSeconds(performance.now() - began)} in all`);
Deno.exit(failures === 0 ? 0 : 1);
