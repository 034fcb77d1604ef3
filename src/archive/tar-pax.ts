import type { TarMember } from "./tar.ts";
import { readPaxNumber } from "./tar-header.ts";

/** The look behind keeps the time linear: a long run of slashes within a name is tried once and not from each of them. */
const FINAL_SLASHES = /(?<!\/)\/+$/;

/** As Python does for the directory that has a long name. */
export function withoutSlash(member: TarMember): TarMember {
  return member.type === "5" ? { ...member, name: member.name.replace(/\/$/, "") } : member;
}

const SPARSE = "GNU.sparse.";

/** The few records that change how a member is read: global ones are applied to each of very many members. */
export function relevantRecords(records: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [key, value] of records) {
    if (key === "path" || key === "GNU.sparse.name") {
      kept.set(key, value.replace(FINAL_SLASHES, ""));
    } else if (key === "linkpath" || key === "size") {
      kept.set(key, value);
    }
    if (key.startsWith(SPARSE)) {
      kept.set(SPARSE, "");
    }
  }
  return kept;
}

/** The member as pax records change it; its size is NaN where theirs is no number. */
export function applyPax(member: TarMember, records: ReadonlyMap<string, string>): TarMember {
  if (records.size === 0) {
    return member;
  }
  const size = records.get("size");
  return {
    ...member,
    name: records.get("GNU.sparse.name") ?? records.get("path") ?? member.name,
    linkName: records.get("linkpath") ?? member.linkName,
    size: size === undefined ? member.size : (readPaxNumber(size) ?? Number.NaN),
    sparse: member.sparse || records.has(SPARSE),
  };
}
