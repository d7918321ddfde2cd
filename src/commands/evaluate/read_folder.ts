import { join } from "node:path";
import { digestData } from "../../../pipeline/mod.ts";
import { readGreyPng } from "../../formats/read_grey_png.ts";
import type { IdentifiedSet } from "./sample_set.ts";
import { toSampleSet } from "./to_sample_set.ts";

/**
 * Reads all PNG files of a folder, in the order of their names. Names that begin with a dot are left out: a Mac keeps notes
 * under such names beside files on other disks.
 *
 * @param path The folder.
 * @returns The images; their digest is that of the files' digests, a line each, in the order of names.
 * @throws {TypeError} If there is none, or one that is no grey PNG or of another size than the first, with its name.
 */
export async function readFolder(path: string): Promise<IdentifiedSet> {
  const names = (await Array.fromAsync(Deno.readDir(path)))
    .filter(({ name, isDirectory }) => !isDirectory && /^[^.].*\.png$/i.test(name))
    .map(({ name }) => name).sort();
  if (names.length === 0) throw new TypeError("the folder holds no PNG; at least one is wanted");
  let digests = "", height = 0, width = 0, data = new Uint8Array();
  for (const [index, name] of names.entries()) {
    const file = await Deno.readFile(join(path, name));
    digests += `${digestData(file)}\n`;
    const image = decode(file, name);
    if (index === 0) {
      ({ height, width } = image);
      data = new Uint8Array(names.length * height * width);
    } else if (image.height !== height || image.width !== width) {
      throw new TypeError(
        `"${name}" is ${image.width} × ${image.height} pixels, and "${names[0]}" ${width} × ` +
          `${height}; images of one size are wanted`,
      );
    }
    data.set(image.pixels, index * height * width);
  }
  const tensor = { dtype: "U8", shape: [names.length, height, width], data } as const;
  return { ...toSampleSet(tensor, "folder of PNG"), digest: digestData(digests) };
}

function decode(file: Uint8Array, name: string) {
  try {
    return readGreyPng(file);
  } catch (cause) {
    throw new TypeError(`"${name}": ${(cause as Error).message}`, { cause });
  }
}
