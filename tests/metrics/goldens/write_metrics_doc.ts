/**
 * `deno task metrics:table`: writes the tables of `docs/metrics.md` anew.
 */
import { makeMetricsDoc } from "./make_metrics_doc.ts";

const path = new URL("../../../docs/metrics.md", import.meta.url);
Deno.writeTextFileSync(path, makeMetricsDoc(Deno.readTextFileSync(path)));
