import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createHash } from "node:crypto";
import { type LiveServer, openLiveServer } from "../../src/live/open_live_server.ts";
import { makeView, makeViews } from "./make_view.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";

async function withServer(
  run: (server: LiveServer, view: ReturnType<typeof makeView>) => Promise<void>,
): Promise<void> {
  const view = makeView("a ring");
  const server = openLiveServer(makeViews(view), { host: "127.0.0.1", port: 0, token: TOKEN });
  try {
    await run(server, view);
  } finally {
    await server.close();
  }
}

/** Asks with a request as typed, and gives the first line of the answer. */
async function ask(port: number, text: string): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(text));
  const bytes = new Uint8Array(4096);
  const count = await connection.read(bytes) ?? 0;
  return new TextDecoder().decode(bytes.subarray(0, count)).split("\r\n")[0];
}

Deno.test("a live page is shown to those who know its token, and to nobody else", async () => {
  await withServer(async ({ port, locate }) => {
    const url = locate("a ring");
    assertEquals(url, `http://127.0.0.1:${port}/${TOKEN}/a%20ring/`);
    const page = await fetch(url);
    assertEquals(page.status, 200);
    assertStringIncludes(await page.text(), "Does it &lt;run&gt;?");
    const root = `http://127.0.0.1:${port}`;
    const strangers = [
      "/",
      "/a%20ring/",
      `/${TOKEN.replace("0", "1")}/a%20ring/`,
      `/${TOKEN.slice(1)}/a%20ring/`,
      `/${TOKEN}0/a%20ring/events`,
      `/${TOKEN}/another/`,
      `/${TOKEN}/a%20ring/summary.json`,
      `/${TOKEN}/a%20ring/..%2F..%2Fdeno.json`,
      `/${TOKEN}/%E0%A4%A/`,
      "/favicon.ico",
    ];
    for (const path of strangers) {
      const { status, body } = await fetch(root + path);
      await body?.cancel();
      assertEquals(status, 404, path);
    }
    const { status, body } = await fetch(url, { method: "POST", body: "x" });
    await body?.cancel();
    assertEquals(status, 405);
  });
});

Deno.test("a live server is not asked by another name, as a page of another site would", async () => {
  await withServer(async ({ port }) => {
    const get = (host: string) =>
      ask(port, `GET /${TOKEN}/a%20ring/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    assertEquals(await get(`127.0.0.1:${port}`), "HTTP/1.1 200 OK");
    assertEquals(await get(`localhost:${port}`), "HTTP/1.1 200 OK");
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1:1`]) {
      assertMatch(await get(host), /^HTTP\/1\.1 421 /, host);
    }
  });
});

Deno.test("a live page has a policy that names its scripts and styles, and lets it connect to its server alone", async () => {
  await withServer(async ({ locate }) => {
    const response = await fetch(locate("a ring"));
    assertEquals(response.headers.get("cache-control"), "no-store");
    assertEquals(response.headers.get("x-frame-options"), "DENY");
    const page = await response.text();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)![1];
    assertStringIncludes(policy, "default-src 'none'");
    assertStringIncludes(policy, "connect-src 'self'");
    assert(!policy.includes("unsafe"));
    const inline = [...page.matchAll(/<(script|style)(?: type="module")?>(.*?)<\/\1>/gs)];
    assertEquals(inline.length, 4);
    for (const [, , text] of inline) {
      const digest = createHash("sha256").update(text).digest("base64");
      assertStringIncludes(policy, `'sha256-${digest}'`);
    }
  });
});

Deno.test("a viewer gets what is known, then what changes, and after a break what it has missed", async () => {
  await withServer(async ({ locate }, view) => {
    view.channel.set("phase", "running");
    view.channel.set("stages", "one");
    const first = await openEvents(`${locate("a ring")}events`);
    assertEquals(await first.read(2), ["phase running", "stages one"]);
    view.channel.set("stages", "one");
    view.channel.set("stages", "two");
    assertEquals(await first.read(1), ["stages two"]);
    assertEquals(view.viewers, 1);
    const { lastId } = first;
    await first.close();
    view.channel.set("log", "three");
    const second = await openEvents(`${locate("a ring")}events?after=${lastId}`);
    assertEquals(await second.read(1), ["log three"]);
    await second.close();
    // The ids of a server that is gone mean nothing.
    const third = await openEvents(`${locate("a ring")}events?after=00000000.3`);
    assertEquals(await third.read(3), ["phase running", "stages two", "log three"]);
    await third.close();
  });
});

/** A viewer that reads events. */
async function openEvents(url: string) {
  const response = await fetch(url);
  assertEquals(response.headers.get("content-type"), "text/event-stream");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const viewer = {
    lastId: "",
    async read(count: number): Promise<string[]> {
      const found: string[] = [];
      while (found.length < count) {
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const [id, data] = text.slice(0, end).split("\n");
          text = text.slice(end + 2);
          viewer.lastId = id.slice("id: ".length);
          const part = JSON.parse(data.slice("data: ".length));
          found.push(`${part.name} ${part.text}`);
        }
        if (found.length < count) text += (await reader.read()).value ?? "";
      }
      return found;
    },
    close: () => reader.cancel(),
  };
  return viewer;
}
