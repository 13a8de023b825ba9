import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.CHUMIL_BROWSER_PORT ?? 18765);
const data = "var/browser/data";

/** The whole product on a database of its own, in a real Chromium of the size of a small phone. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../var/browser/results",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    actionTimeout: 15_000,
    locale: "es-GT",
    timezoneId: "America/Guatemala",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHUMIL_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `rm -rf ${data} && exec bash scripts/serve.sh`,
    cwd: "../..",
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port), CHUMIL_VAR: data },
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    timeout: 120_000,
  },
});
