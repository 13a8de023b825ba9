import { useEffect, useState } from "preact/hooks";

/** `#/play/some-story` is `{ at: "#/play", arg: "some-story" }`. */
export interface Route {
  at: string;
  arg: string;
}

export function parse(hash: string): Route {
  const [place = "", arg = ""] = hash.replace(/^#\/?/, "").split("/");
  return { at: `#/${place}`, arg };
}

export function useRoute(): Route {
  const [route, set] = useState(() => parse(typeof location === "undefined" ? "" : location.hash));
  useEffect(() => {
    const changed = () => set(parse(location.hash));
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}
