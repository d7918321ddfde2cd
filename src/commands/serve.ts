import { openLive } from "./live/open_live.ts";
import { findResults } from "./places.ts";
import { parsePort } from "./parse_port.ts";
import { formatToolHelp, parseToolOptions, type ToolDescription } from "./tool_options.ts";

const DONE = 0;

const SERVE: ToolDescription = {
  verb: "serve",
  summary: "shows experiments in the browser, while they run and after",
  options: {
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    port: { value: "N", help: "port to listen on (default: the one that the folder had)" },
    host: { value: "HOST", help: "interface to listen on (default: 127.0.0.1, this machine only)" },
    json: { help: "the address as one JSON object on stdout: {url}" },
    help: { help: "this text" },
  },
  examples: ["deno task serve", "deno task serve --results ~/results --port 8123"],
  exitCodes: "0 stopped by Ctrl-C, 2 usage error, 3 the port cannot be had",
};

/** `serve`: shows the experiments of a results folder until Ctrl-C. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  const options = parseToolOptions(SERVE, args);
  if (options.help) {
    console.log(formatToolHelp(SERVE));
    return DONE;
  }
  const live = await openLive(findResults(options.results as string | undefined), {
    port: parsePort(options.port as string | undefined),
    host: options.host as string | undefined,
  });
  const url = live.locate();
  console.log(options.json ? JSON.stringify({ url }) : url);
  await new Promise<void>((resolve) => {
    Deno.addSignalListener("SIGINT", resolve);
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", resolve);
  });
  return DONE;
}
