import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";

/** Goes to an address and waits until the islands live, if the page has any and scripts may run. */
export async function open(page: Page, path: string) {
  const response = await page.goto(path);
  await hydrated(page);
  return response;
}

/** Waits until the islands of the page live. At once where there is nothing to wait for. */
export async function hydrated(page: Page) {
  if (!scriptsRun() || (await page.locator("leptos-island").count()) === 0) return;
  await page.locator("body[data-hydrated]").waitFor({ state: "attached" });
}

/** Whether scripts run in this round of the suites. */
export function scriptsRun() {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** No violation of WCAG 2.1 A and AA, nor of 2.2's AA, that axe can see. Needs scripts; says nothing without. */
export async function accessible(page: Page, where = page.url()) {
  if (!scriptsRun()) return;
  await faultless(new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]), where);
}

/** Text stands out from what is behind it. */
export const readable = (page: Page, where = page.url()) =>
  faultless(new AxeBuilder({ page }).withRules(["color-contrast"]), where);

async function faultless(look: AxeBuilder, where: string) {
  const result = await look.analyze();
  const found = result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
  expect.soft(found, where).toEqual([]);
}

/** Signs in through the form. */
export async function signIn(page: Page, email: string, password: string) {
  await page.goto("/logg-inn");
  await hydrated(page);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form[action^="/logg-inn"] [type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/logg-inn"));
}

/** The password of everybody in the demo. */
export const PASSWORD = "Ledig-demo-2026";

/** Signs in one of the demo's people, such as `kari`. */
export const signInAs = (page: Page, who: string) => signIn(page, `${who}@demo.ledig.no`, PASSWORD);

/** Chooses in the header for whom one acts. */
export async function actFor(page: Page, name: string) {
  await page.locator("summary", { hasText: "Du handler for" }).click();
  await page.locator('form[action="/handle-for"]').getByRole("button", { name, exact: true }).click();
  await hydrated(page);
  await expect(page.locator(".header__who")).toContainText(name);
}

/** One value for the round with scripts, another for the round without: they share one database. */
export const each = <T>(script: T, noScript: T): T => (scriptsRun() ? script : noScript);

/** A page of another person, in a browser of its own. */
export async function otherPage(browser: Browser) {
  const { baseURL, javaScriptEnabled, viewport, locale, timezoneId } = test.info().project.use;
  const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport, locale, timezoneId });
  return context.newPage();
}
