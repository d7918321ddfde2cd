import { assertEquals, assertStrictEquals } from "@std/assert";
import { makePartSharer } from "../../../pipeline/store/share_parts.ts";
import { makeRecord } from "../fixtures/make_record.ts";

Deno.test("makePartSharer() lets records share parts that are equal, and keeps those that are not", () => {
  const share = makePartSharer();
  const make = (digest: string) =>
    makeRecord({ sources: { "a.ts": digest }, packages: ["a@1"], host: { cores: 2 } });
  const first = share(make("1"));
  const same = share(make("1"));
  assertEquals(same, make("1"));
  assertStrictEquals(same.sources, first.sources);
  assertStrictEquals(same.packages, first.packages);
  // A comment was edited: another source, and the same fingerprint.
  const edited = share(make("2"));
  assertEquals(edited, make("2"));
  assertStrictEquals(edited.host, first.host);
});

Deno.test("makePartSharer() shares nothing between records of other code, or with more in it", () => {
  const share = makePartSharer();
  const first = share(makeRecord({ sources: { "a.ts": "1" } }));
  const more = share(makeRecord({ sources: { "a.ts": "1", "b.ts": "2" } }));
  assertEquals(Object.keys(more.sources), ["a.ts", "b.ts"]);
  const other = share(makeRecord({ fingerprint: "other", sources: { "a.ts": "1" } }));
  assertEquals(other.sources === first.sources, false);
});
