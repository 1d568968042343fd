// The hits of Ctrl+K in groups of a kind: the kind of the best hit first, within a kind the back end's order.
import type { FoundList, Hit, HitKind } from "../ipc/bindings";

export interface HitGroup {
  kind: HitKind;
  /** Whether there are more of this kind than are shown. */
  more: boolean;
  hits: Hit[];
}

export function groupsOf({ hits, more }: FoundList): HitGroup[] {
  const groups: HitGroup[] = [];
  for (const hit of hits) {
    const known = groups.find((group) => group.kind === hit.kind);
    if (known === undefined) groups.push({ kind: hit.kind, more: more.includes(hit.kind), hits: [hit] });
    else known.hits.push(hit);
  }
  return groups;
}

export const keyOf = (hit: Hit): string => `${hit.revision} ${hit.part}`;
