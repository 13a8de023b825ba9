import { as, unwrap } from "../../api/client";
import type { Store } from "../../storage";

/** The server's present `secret_generation` of a child; undefined when it cannot be asked. */
export async function generationOf(store: Store, profile: string): Promise<number | undefined> {
  try {
    const { child } = unwrap(await as(profile, store).GET("/api/v1/me"));
    return child?.secret_generation;
  } catch {
    return undefined;
  }
}
