import { render } from "preact-render-to-string";
import { App } from "./App";
import { nobody } from "./mirror";

/** The home of a first visit as HTML, for the build. */
export const page = () => render(<App first={{ catalogue: [], topics: [] }} start={nobody} />);
