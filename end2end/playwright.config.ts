import { defineConfig, devices } from "@playwright/test";
import { launch } from "./tools/chromium.mjs";

// Every spec runs twice: with JavaScript and without. `*.hydrate.spec.ts` needs the islands and runs once.
// The server is started by scripts/test-browser.sh.
export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: [["./support/reporter.ts"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 900 },
    baseURL: process.env.LEDIG_BASE_URL ?? "http://127.0.0.1:3000",
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    launchOptions: launch,
    actionTimeout: 10_000,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "script" },
    { name: "no-script", testIgnore: /\.hydrate\.spec\.ts$/, use: { javaScriptEnabled: false } },
  ],
});
