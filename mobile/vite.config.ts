import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

/** Where `npm run dev` finds the API of a running server. */
const api = process.env.CHUMIL_API ?? "http://127.0.0.1:8000";

/** All styles stand in the page or in their chunk: Vite's loader of style sheets beside a chunk is a kilobyte for nothing. */
const plainImports: Plugin = {
  name: "plain-imports",
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
};

export default defineConfig({
  base: "/",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), plainImports],
  server: { proxy: { "/api": api } },
  build: {
    target: "es2020",
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
