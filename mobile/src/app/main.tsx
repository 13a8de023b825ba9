import { hydrate, render } from "preact";
import "../ui/base.css";
import "../features/sky/sky.css";
import "./styles.css";
import { App } from "./App";
import { firstContent } from "./content";
import { mirror } from "./mirror";

const root = document.getElementById("app") as HTMLElement;

function show(first: Awaited<ReturnType<typeof firstContent>>) {
  const start = mirror();
  const app = <App first={first} start={start} />;
  const fresh = !start.current && location.hash.length < 3;
  if (fresh && root.hasChildNodes()) hydrate(app, root);
  else {
    root.textContent = "";
    render(app, root);
  }
}

// A page that the service worker answers has the font on the phone; a first visit gets it when all else is there.
if (navigator.serviceWorker?.controller) import("../ui/font").then(({ useFont }) => useFont());
firstContent().then(show);

if (import.meta.env.PROD && "serviceWorker" in navigator && !("Capacitor" in window)) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js"));
}
