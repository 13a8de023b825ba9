import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [preact()],
  test: { environment: "jsdom", include: ["tests/**/*.test.{ts,tsx}"] },
});
