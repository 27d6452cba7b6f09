// Pictures of the main pages at 1280 and 375 px for the README: node end2end/tools/pictures.mjs FOLDER
// Asks the server at LEDIG_BASE_URL, which has the demo.
import { chromium } from "@playwright/test";
import { mkdir, readFile } from "node:fs/promises";
import { launch } from "./chromium.mjs";

const base = process.env.LEDIG_BASE_URL ?? "http://127.0.0.1:3000";
const folder = process.argv[2] ?? "docs/pictures";
const seed = await readFile(new URL("../../seed/baerum.toml", import.meta.url), "utf8");
const password = /^\[sign_in\]\s*password = "(.*)"/m.exec(seed)[1];
const pages = JSON.parse(await readFile(new URL("./pictures.json", import.meta.url)));

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(launch);
let failed = false;
for (const width of [1280, 375]) {
  for (const { name, path, as } of pages) {
    const page = await browser.newPage({
      viewport: { width, height: width < 600 ? 812 : 900 },
      locale: "nb-NO",
      timezoneId: "Europe/Oslo",
    });
    if (as) {
      await page.goto(`${base}/logg-inn`);
      await page.locator('input[name="email"]').fill(as);
      await page.locator('input[name="password"]').fill(password);
      await page.locator('form[action^="/logg-inn"] [type="submit"]').click();
      await page.waitForURL((url) => !url.pathname.startsWith("/logg-inn"));
    }
    // A path may be found by following links: ["/forvaltning", "a.case"] opens the first such link of the page;
    // "?…" asks the page arrived at for another state.
    const [first, ...links] = [path].flat();
    let response = await page.goto(base + first);
    for (const link of links) {
      const to = link.startsWith("?") ? link : await page.locator(link).first().getAttribute("href");
      response = await page.goto(new URL(to, page.url()).href);
    }
    if ((await page.locator("leptos-island").count()) > 0) {
      await page.locator("body[data-hydrated]").waitFor({ state: "attached" });
    }
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
    console.log(`${response.status()} ${name}-${width}.png`);
    failed ||= response.status() !== 200;
    await page.close();
  }
}
await browser.close();
if (failed) process.exit(1);
