// A picture of one page: node end2end/tools/shot.mjs URL out.png [width] [--no-js] [--full] [--dark] [--login email:password]
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";

const flags = process.argv.slice(2);
const take = (name) => {
  const at = flags.indexOf(name);
  return at < 0 ? undefined : flags.splice(at, 2)[1];
};
const has = (name) => {
  const at = flags.indexOf(name);
  if (at < 0) return false;
  flags.splice(at, 1);
  return true;
};
const login = take("--login");
const javaScriptEnabled = !has("--no-js");
const fullPage = has("--full");
const colorScheme = has("--dark") ? "dark" : "light";
const [url, out, width = "1280"] = flags;
if (!url || !out) {
  console.error("usage: shot.mjs URL out.png [width] [--no-js] [--full] [--dark] [--login email:password]");
  process.exit(2);
}

const browser = await chromium.launch(launch);
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(width) < 600 ? 800 : 900 },
  locale: "nb-NO",
  timezoneId: "Europe/Oslo",
  colorScheme,
  javaScriptEnabled,
});
page.on("console", (message) => message.type() === "error" && console.error("console:", message.text()));
page.on("pageerror", (error) => console.error("page error:", error.message));
if (login) {
  const [email, password] = [login.slice(0, login.lastIndexOf(":")), login.slice(login.lastIndexOf(":") + 1)];
  await page.goto(new URL("/logg-inn", url).href);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form[action^="/logg-inn"] [type="submit"]').click();
  await page.waitForLoadState();
}
const response = await page.goto(url);
if (javaScriptEnabled && (await page.locator("leptos-island").count()) > 0) {
  await page.locator("body[data-hydrated]").waitFor({ state: "attached", timeout: 10_000 });
}
await page.screenshot({ path: out, fullPage });
const sideways = javaScriptEnabled
  ? await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  : 0;
console.log(`${response.status()} ${out}${sideways > 0 ? ` — scrolls sideways by ${sideways} px` : ""}`);
await browser.close();
