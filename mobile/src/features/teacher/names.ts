/**
 * The pupils' real names: they stand on this device only, in its database and in files that the teacher
 * carries. Nothing here or in the screens that show them hands a name to the network.
 */
import { useEffect, useState } from "preact/hooks";
import type { Store } from "../../storage";
import type { Tile } from "./actions";

/** From a child's id to the name the teacher knows. */
export type Names = Record<string, string>;

export interface KeptNames {
  all: Names;
  /** The name of a child, or nothing. */
  of: (child: string) => string;
  keep: (names: Names) => Promise<void>;
}

const key = (classroom: string) => `names:${classroom}`;

/** The names of one class, as this device has them. */
export function useNames(store: Store, classroom: string): KeptNames {
  const [all, set] = useState<Names>({});
  useEffect(() => {
    void store.note(key(classroom)).then((kept) => set((kept ?? {}) as Names));
  }, [classroom]);
  const keep = async (names: Names) => {
    await store.keepNote(key(classroom), names);
    set(names);
  };
  return { all, of: (child) => all[child] ?? "", keep };
}

const HEADING =
  /^(no|n[.ºo°]*|#|clave|nombres?|apellidos?|names?|alumn[oa]s?|estudiantes?|pupils?)\.?$/i;

/** The cells of a line of a list or a CSV, without the numbers of the list. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\s*\d+[.)-]?\s+/, "")
    .split(/[;,\t]/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"))
    .filter((cell) => cell && !/^[\d.)\s]+$/.test(cell));

/** The names of a pasted list or a CSV: one a line, its cells joined; a line of headings is left out. */
export function namesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map(cellsOf);
  return lines
    .filter((cells) => !cells.every((cell) => HEADING.test(cell)))
    .map((cells) => cells.join(" "));
}

/** Gives the names to the tiles that have none, in the order of both; and those that found no tile. */
export function given(
  tiles: readonly Tile[],
  names: Names,
  list: string[],
): { names: Names; left: string[] } {
  const free = tiles.filter(({ id }) => !names[id]);
  const added = free.flatMap(({ id }, at) => (list[at] ? [[id, list[at]]] : []));
  return { names: { ...names, ...Object.fromEntries(added) }, left: list.slice(free.length) };
}

/** The list as a file to carry to another device of the teacher. */
export const asFile = (classroom: string, names: Names): Blob =>
  new Blob([JSON.stringify({ chumil: "names", classroom, names })], { type: "application/json" });

/** The names of such a file; undefined when it is another file, or of another class. */
export function fromFile(text: string, classroom: string): Names | undefined {
  try {
    const read = JSON.parse(text) as { chumil?: string; classroom?: string; names?: unknown };
    const { names } = read;
    if (read.chumil !== "names" || read.classroom !== classroom) return undefined;
    if (typeof names !== "object" || names === null) return undefined;
    return Object.values(names).every((one) => typeof one === "string")
      ? (names as Names)
      : undefined;
  } catch {
    return undefined;
  }
}
