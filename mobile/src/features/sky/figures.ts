/**
 * The fourteen figures of the sky, in 45-degree thread on a 100-unit square.
 * `line` is the thread, `fill` the cloth woven in when all is finished, `seats` where stars sit, best first.
 */
export interface Figure {
  line: string;
  fill: string;
  seats: readonly (readonly [number, number])[];
}

export const figures: Record<string, Figure> = {
  barrilete: {
    line: "M34 8H66L88 30V56L66 78H34L12 56V30ZM50 43L34 8M50 43L66 8M50 43L88 30M50 43L88 56M50 43L66 78M50 43L34 78M50 43L12 56M50 43L12 30M50 78L42 86 58 92 50 99",
    fill: "M50 43L34 8H66ZM50 43L88 30V56ZM50 43L66 78H34ZM50 43L12 56V30Z",
    seats: [
      [50, 43],
      [88, 56],
      [12, 30],
      [50, 96],
      [34, 78],
      [66, 8],
    ],
  },
  quetzal: {
    line: "M6 26L22 24 32 10 44 14 56 30 66 54 50 60 36 48 26 32ZM22 24L26 32M44 30L66 54 46 52ZM52 60L58 80 48 98M60 57L72 78 70 98M66 54L86 76 94 96",
    fill: "M44 30L66 54 46 52ZM36 48L50 60 46 52 44 30ZM60 57L66 54 86 76 72 78Z",
    seats: [
      [32, 18],
      [66, 54],
      [92, 92],
      [40, 46],
      [48, 96],
      [72, 78],
    ],
  },
  milpa: {
    line: "M50 6L62 20V58L50 70 38 58V20ZM38 32L62 44M38 20L62 32M38 44L62 56M62 20L38 32M62 32L38 44M62 44L38 56M38 58L12 24 18 62 50 86M62 58L88 24 82 62 50 86M50 70V99",
    fill: "M50 6L62 20V58L50 70 38 58V20ZM38 58L12 24 18 62 50 86Z",
    seats: [
      [50, 12],
      [12, 28],
      [88, 28],
      [50, 58],
      [50, 92],
      [80, 66],
    ],
  },
  jaguar: {
    line: "M12 10L30 12 40 20H60L70 12 88 10 84 36 90 58 70 86H30L10 58 16 36ZM24 44L34 36 44 44 34 50ZM56 44L66 36 76 44 66 50ZM42 62H58L50 70ZM50 70V76L38 82M50 76L62 82M46 26L50 32 54 26",
    fill: "M12 10L30 12 16 36ZM88 10L70 12 84 36ZM42 62H58L50 70ZM10 58L30 86H70L90 58 62 82 50 76 38 82Z",
    seats: [
      [34, 43],
      [66, 43],
      [50, 66],
      [14, 14],
      [86, 14],
      [50, 86],
    ],
  },
  ceiba: {
    line: "M50 40L22 38 8 22 28 6H72L92 22 78 38ZM50 40L28 22M50 40V16M50 40L72 22M50 40V78L34 98M50 78L66 98M50 78V98",
    fill: "M50 40L22 38 8 22 28 6ZM50 40L72 6 92 22 78 38ZM50 78L34 98H66Z",
    seats: [
      [50, 18],
      [10, 22],
      [90, 22],
      [50, 62],
      [34, 95],
      [66, 95],
    ],
  },
  volcan: {
    line: "M3 94L42 34H58L97 94ZM42 34L48 46 52 38 58 34M20 68L32 78 42 68 52 78 62 68 72 78 82 70M50 26L44 18 56 12 50 2",
    fill: "M42 34H58L70 52 60 58 50 48 40 58 30 52ZM20 68L32 78 42 68 52 78 62 68 72 78 82 70 97 94H3Z",
    seats: [
      [50, 34],
      [8, 90],
      [92, 90],
      [50, 6],
      [50, 68],
      [26, 66],
    ],
  },
  marimba: {
    line: "M4 30H96L86 56H14ZM18 30L25 56M32 30L36 56M46 30L48 56M60 30L58 56M74 30L68 56M86 30L78 56M20 56V84M80 56V70M34 56V88L40 94 44 88V56M54 56V80L58 84 62 80V56M20 84L14 96M80 70L88 96M36 22L58 2M64 22L42 2",
    fill: "M18 30H32L36 56H25ZM46 30H60L58 56H48ZM74 30H86L78 56H68Z",
    seats: [
      [14, 32],
      [86, 32],
      [40, 90],
      [42, 6],
      [62, 56],
      [88, 92],
    ],
  },
  antorcha: {
    line: "M50 2L68 26 58 44H42L32 26ZM50 18L58 32 50 44 42 32ZM32 44H68L60 62H40ZM42 62L47 98H53L58 62M14 18L22 24M86 18L78 24M10 42L20 42M90 42L80 42",
    fill: "M50 18L58 32 50 44 42 32ZM32 44H68L60 62H40Z",
    seats: [
      [50, 8],
      [32, 30],
      [68, 30],
      [50, 94],
      [50, 54],
      [14, 42],
    ],
  },
  cayuco: {
    line: "M2 50L20 72H80L98 50 82 58H18ZM50 58L44 38 50 24 58 38 54 58M44 20L50 12 56 20 50 26ZM36 28L72 94 78 86M4 90L14 82 24 90 34 82 44 90M82 90L92 82 99 88",
    fill: "M2 50L20 72H80L98 50 82 58H18ZM44 20L50 12 56 20 50 26Z",
    seats: [
      [6, 54],
      [94, 54],
      [50, 20],
      [72, 88],
      [24, 88],
      [50, 64],
    ],
  },
  quitapenas: {
    line: "M38 8H62L68 20 62 32H38L32 20ZM38 8L30 20 26 34M62 8L70 20 74 34M44 32V38H56V32M44 38L20 44 12 62M56 38L80 44 88 62M30 42L22 86H78L70 42M26 58H74M24 72H76M26 65L34 59 42 71 50 59 58 71 66 59 74 65M40 86V98M60 86V98",
    fill: "M30 42L26 58H74L70 42 56 38H44ZM24 72L22 86H78L76 72Z",
    seats: [
      [50, 20],
      [12, 60],
      [88, 60],
      [50, 65],
      [40, 95],
      [60, 95],
    ],
  },
  venado: {
    line: "M36 46L50 40 64 46 60 66 54 78H46L40 66ZM36 46L20 40 28 52 37 52M64 46L80 40 72 52 63 52M44 42L40 28 24 20 20 6M40 28L38 10M24 20L8 18M56 42L60 28 76 20 80 6M60 28L62 10M76 20L92 18M46 78L36 98M54 78L64 98M46 72H54",
    fill: "M36 46L50 40 50 60 40 66ZM64 46L60 66 50 60 50 40ZM46 72H54V78H46Z",
    seats: [
      [50, 56],
      [20, 10],
      [80, 10],
      [34, 96],
      [66, 96],
      [50, 76],
    ],
  },
  "monja-blanca": {
    line: "M50 44L40 22 50 4 60 22ZM46 46L22 34 4 44 22 56ZM54 46L78 34 96 44 78 56ZM46 50L26 66 24 84 42 72ZM54 50L74 66 76 84 58 72ZM44 44L50 38 56 44V54L50 62 44 54ZM50 62V99M50 88L66 78 78 92",
    fill: "M50 44L40 22 50 4 60 22ZM46 46L22 34 4 44 22 56ZM54 46L78 34 96 44 78 56ZM44 44L50 38 56 44V54L50 62 44 54Z",
    seats: [
      [50, 48],
      [50, 8],
      [10, 44],
      [90, 44],
      [26, 80],
      [74, 80],
    ],
  },
  tambor: {
    line: "M22 16L36 8H64L78 16 64 24H36ZM22 16L30 84 40 92H60L70 84 78 16M24 36L36 42H64L76 36M36 42L30 80M36 42L48 90M52 42L40 92M52 42L60 92M64 42L56 90M64 42L70 80M28 72L40 80H60L72 72M4 2L40 18M96 2L60 18",
    fill: "M22 16L36 8H64L78 16 64 24H36ZM36 42L30 80 40 92ZM52 42L48 90H56ZM64 42L70 80 60 92Z",
    seats: [
      [50, 16],
      [28, 66],
      [72, 66],
      [50, 88],
      [8, 4],
      [92, 4],
    ],
  },
  tinaja: {
    line: "M38 6H62V18L82 44 70 90H30L18 44 38 18ZM38 18H62M20 52L30 42 40 52 50 42 60 52 70 42 80 52M24 68L33 60 42 68 50 60 58 68 67 60 76 68M62 18L84 22 92 38 82 44",
    fill: "M20 52L30 42 40 52 50 42 60 52 70 42 80 52 76 68 67 60 58 68 50 60 42 68 33 60 24 68Z",
    seats: [
      [50, 10],
      [18, 46],
      [82, 46],
      [50, 86],
      [50, 58],
      [90, 30],
    ],
  },
};

/** A figure of a topic; one the table does not have yet is drawn as the kite. */
export const figureOf = (id: string): Figure => (figures[id] ?? figures.barrilete) as Figure;

/** Where the nth star of a figure sits; past its seats, half-way between two of them. */
export function seatOf({ seats }: Figure, n: number): readonly [number, number] {
  const [ax, ay] = seats[n % seats.length] as readonly [number, number];
  if (n < seats.length) return [ax, ay];
  const [bx, by] = seats[(n + 1) % seats.length] as readonly [number, number];
  return [(ax + bx) / 2, (ay + by) / 2];
}
