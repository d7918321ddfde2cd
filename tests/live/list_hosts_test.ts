import { assert, assertEquals } from "@std/assert";
import { hostname } from "node:os";
import { listHosts } from "../../src/live/list_hosts.ts";

Deno.test("listHosts() tells first the address that the server listens on", () => {
  assertEquals([...listHosts("127.0.0.1", 8000)], [
    "127.0.0.1:8000",
    "localhost:8000",
    "[::1]:8000",
  ]);
  assertEquals([...listHosts("::1", 8000)][0], "[::1]:8000");
  assertEquals([...listHosts("localhost", 80)][0], "localhost");
  assertEquals([...listHosts("192.0.2.1", 8000)], ["192.0.2.1:8000"]);
});

Deno.test("listHosts() writes names as browsers do, in lower case", () => {
  const [asked] = listHosts("GPU-Box", 8000);
  assertEquals(asked, new URL("http://GPU-Box:8000").host);
  const every = listHosts("0.0.0.0", 8000);
  assert(every.has(`${hostname().toLowerCase()}:8000`));
  assert(every.has("127.0.0.1:8000"));
});
