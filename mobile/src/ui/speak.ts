import { language } from "../i18n";

/** Reads aloud with the voice of the device; undefined where it has none. */
export function speaker(): ((words: string) => void) | undefined {
  if (typeof speechSynthesis === "undefined") return undefined;
  return (words) => {
    const voice = new SpeechSynthesisUtterance(words);
    voice.lang = language() === "es" ? "es-GT" : "en";
    speechSynthesis.cancel();
    speechSynthesis.speak(voice);
  };
}
