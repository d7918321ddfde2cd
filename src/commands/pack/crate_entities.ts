/** A node of the crate's graph: JSON-LD, with `@id` and `@type`. */
export type Entity = Readonly<Record<string, unknown>>;

/** Points at another node. */
export interface Reference {
  readonly "@id": string;
}

/** Points at a node by its id. */
export function refer(id: string): Reference {
  return { "@id": id };
}

/** A property with some values: one stands alone, none leaves the property out. */
export function list(name: string, references: readonly Reference[]): Entity {
  if (references.length === 0) return {};
  return { [name]: references.length === 1 ? references[0] : references };
}

const ENCODINGS: Readonly<Record<string, string>> = {
  json: "application/json",
  csv: "text/csv",
  html: "text/html",
  md: "text/markdown",
  ts: "text/typescript",
  safetensors: "application/octet-stream",
};

/**
 * Describes a file of the pack.
 *
 * @param path Path in the pack.
 * @param file Its name for people, digest and size.
 */
export function describeFile(
  path: string,
  file: { readonly name: string; readonly digest: string; readonly sizeBytes: number },
): Entity {
  const { name, digest, sizeBytes } = file;
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return {
    "@id": path,
    "@type": "File",
    name,
    contentSize: String(sizeBytes),
    sha256: digest,
    encodingFormat: ENCODINGS[ending] ?? "application/octet-stream",
  };
}
