/** The whole dictionary of a language, and the names of the sky in it. */
import type { Lang, Table } from "../i18n";
import { es } from "../i18n/es";
import { more } from "../i18n/more";

export { topicsIn } from "./content";

export const of = async (lang: Lang): Promise<Table> =>
  lang === "en" ? (await import("../i18n/en")).en : { ...es, ...more };
