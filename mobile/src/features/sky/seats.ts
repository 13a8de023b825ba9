/** Where the stars of each figure sit, best first: pairs of two digits on a square of 100 units. */
const seats: Record<string, string> = {
  barrilete: "504388561230509634786608",
  quetzal: "321866549292404648967278",
  milpa: "501212288828505850928066",
  jaguar: "344366435066141486145086",
  ceiba: "501810229022506234956695",
  volcan: "503408909290500650682666",
  marimba: "143286324090420662568892",
  antorcha: "500832306830509450541442",
  cayuco: "065494545020728824885064",
  quitapenas: "502012608860506540956095",
  venado: "505620108010349666965076",
  "monja-blanca": "504850081044904426807480",
  tambor: "501628667266508808049204",
  tinaja: "501018468246508650589030",
};

/** Where the nth star of a figure sits, in hundredths; past its seats, half-way between two of them. */
export function seatOf(figure: string, n: number): readonly [number, number] {
  const list = seats[figure] ?? (seats.barrilete as string);
  const [ax, ay] = seatAt(list, n);
  if (n * 4 < list.length) return [ax, ay];
  const [bx, by] = seatAt(list, n + 1);
  return [(ax + bx) / 2, (ay + by) / 2];
}

function seatAt(list: string, n: number): [number, number] {
  const at = (n * 4) % list.length;
  return [Number(list.slice(at, at + 2)), Number(list.slice(at + 2, at + 4))];
}
