import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

/** Where `npm run dev` finds the API of a running server. */
const api = process.env.CHUMIL_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  base: "/",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  server: { proxy: { "/api": api } },
  build: {
    target: "es2020",
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
