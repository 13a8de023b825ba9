import { render } from "preact";

render(<main>Chumil</main>, document.getElementById("app") as HTMLElement);
