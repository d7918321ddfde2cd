import type { HostileArchive } from "./edit_pack.ts";
import { HOSTILE_CONTENTS } from "./hostile_contents.ts";
import { HOSTILE_MANIFESTS } from "./hostile_manifests.ts";
import { HOSTILE_MEMBERS } from "./hostile_members.ts";
import { HOSTILE_STREAMS } from "./hostile_streams.ts";

/** Archives that are to be refused, of every sort. */
export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  ...HOSTILE_MEMBERS,
  ...HOSTILE_MANIFESTS,
  ...HOSTILE_CONTENTS,
  ...HOSTILE_STREAMS,
];
