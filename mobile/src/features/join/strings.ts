import { language } from "../../i18n";

const es = {
  title: "Entrar a mi clase",
  code: "Código de la clase",
  code_help: "Son 8 letras y números. Tu docente los muestra.",
  look: "Buscar mi clase",
  which: "¿Cuál eres tú?",
  which_help: "Toca un dibujo libre. Nadie más lo podrá usar.",
  no_tiles: "Ya no hay dibujos libres. Pide a tu docente que agregue uno.",
  yours: "¿Cuáles son tuyas?",
  yours_help: "En este teléfono hay historias jugadas sin nombre. Marca solo las que jugaste tú.",
  take: "Estas son mías",
  none: "Ninguna es mía",
  back: "Volver",
  unfinished: "sin terminar",
  stars: "{n} de 3 estrellas",
  short: "Faltan letras o números: el código tiene 8.",
  join_not_open: "Ese código no está abierto. Revísalo, o pide a tu docente que abra la clase.",
  tile_taken: "Alguien tomó ese dibujo. Elige otro.",
  too_many_attempts: "Fueron muchos intentos. Espera unos minutos y prueba otra vez.",
  network: "No hay conexión. Acércate a una red y prueba otra vez. Puedes jugar mientras tanto.",
  storage: "El teléfono no pudo guardar. Libera un poco de espacio y prueba otra vez.",
  other: "No se pudo ahora. Prueba otra vez en un momento.",
};
export type Key = keyof typeof es;
const en: Record<Key, string> = {
  title: "Join my class",
  code: "Class code",
  code_help: "It has 8 letters and numbers. Your teacher shows it.",
  look: "Find my class",
  which: "Which one are you?",
  which_help: "Tap a free picture. Nobody else can use it then.",
  no_tiles: "No free pictures are left. Ask your teacher to add one.",
  yours: "Which ones are yours?",
  yours_help: "Stories were played on this phone without a name. Mark only the ones you played.",
  take: "These are mine",
  none: "None is mine",
  back: "Back",
  unfinished: "not finished",
  stars: "{n} of 3 stars",
  short: "Some are missing: the code has 8 letters and numbers.",
  join_not_open: "That code is not open. Check it, or ask your teacher to open the class.",
  tile_taken: "Somebody took that picture. Choose another.",
  too_many_attempts: "Too many tries. Wait a few minutes and try again.",
  network: "No connection. Get near a network and try again. You can play meanwhile.",
  storage: "The phone could not save. Free some space and try again.",
  other: "It did not work now. Try again in a moment.",
};

export function say(key: Key, values: Record<string, string | number> = {}): string {
  const words = (language() === "en" ? en : es)[key];
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
