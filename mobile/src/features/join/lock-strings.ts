/** Words of the pictures; apart from those of joining, since they stay on the phone for use without a network. */
import { sayer } from "./sayer";

const es = {
  back: "Volver",
  entered: "{n} de {of} dibujos",
  take_out: "Quitar",
  pictures_choose: "{Elige|Elegí} {n} dibujos, en orden",
  pictures_again: "{Tócalos|Tocalos} otra vez en el mismo orden",
  pictures_why: "Son tu llave en este teléfono. No se los {digas|digás} a nadie.",
  pictures_differ: "No fueron los mismos. {Elige|Elegí} otra vez.",
  pictures_enter: "{Toca|Tocá} tus {n} dibujos, en orden",
  pictures_wrong: "Esos no son. {Prueba|Probá} otra vez.",
  pictures_wait: "{Espera|Esperá} {n} segundos y {prueba|probá} otra vez.",
  forgot: "Olvidé mis dibujos",
  forgot_help:
    "{Pide|Pedí} a tu docente que los borre. Después {vuelve|volvé} aquí con señal y {elige|elegí} otros.",
  forgot_again: "Mi docente ya los borró",
};
const en: Record<keyof typeof es, string> = {
  back: "Back",
  entered: "{n} of {of} pictures",
  take_out: "Undo",
  pictures_choose: "Choose {n} pictures, in order",
  pictures_again: "Tap them again in the same order",
  pictures_why: "They are your key on this phone. Tell nobody.",
  pictures_differ: "They were not the same. Choose again.",
  pictures_enter: "Tap your {n} pictures, in order",
  pictures_wrong: "Not those. Try again.",
  pictures_wait: "Wait {n} seconds and try again.",
  forgot: "I forgot my pictures",
  forgot_help:
    "Ask your teacher to clear them. Then come back here with a signal and choose others.",
  forgot_again: "My teacher cleared them",
};

export const say = sayer(es, en);
