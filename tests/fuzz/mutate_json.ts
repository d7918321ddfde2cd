import fc, { type Arbitrary } from "fast-check";

/** Values at the edges of what JSON and its readers can do. */
const ODD = [
  null,
  true,
  0,
  -0,
  -1,
  0.5,
  1e300,
  -1e300,
  2 ** 53,
  2 ** 32,
  NaN,
  Infinity,
  "",
  " ",
  "\0",
  "\ud800",
  "../evil",
  "__proto__",
  "constructor",
  "a".repeat(300),
  [],
  {},
  [[]],
  undefined,
] as const;

const value: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("replace", "remove", "add"),
  name: fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "", "0"), fc.string()),
  value,
});

/** One of some values, whole or with members replaced, removed and added, and now and then any value at all. */
export function mutateJson(values: readonly unknown[]): Arbitrary<unknown> {
  const changed = fc.tuple(fc.constantFrom(...values), fc.array(change, { maxLength: 3 })).map(
    ([original, changes]) => {
      let root: unknown = structuredClone(original);
      // Copies, so that no value becomes a member of itself.
      for (const one of changes) root = apply(root, { ...one, value: structuredClone(one.value) });
      return root;
    },
  );
  return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: value });
}

type Change = typeof change extends Arbitrary<infer T> ? T : never;

function apply(root: unknown, { at, kind, name, value }: Change): unknown {
  const places = listPlaces(root);
  const place = places[at % (places.length + 1)];
  if (place === undefined) return kind === "replace" ? value : root;
  const { parent, key } = place;
  const member = (parent as Record<string, unknown>)[key];
  if (kind === "remove") {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete (parent as Record<string, unknown>)[key];
  } else if (kind === "replace") define(parent, key, value);
  else if (Array.isArray(member)) member.push(value);
  else if (typeof member === "object" && member !== null) define(member, name, value);
  return root;
}

/** An own member even where the name is `__proto__`, as JSON.parse makes it. */
function define(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function listPlaces(value: unknown): { parent: object; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    { parent: value, key },
    ...listPlaces(member),
  ]);
}
