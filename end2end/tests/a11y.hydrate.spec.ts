import { expect, test, type Page } from "@playwright/test";
import { openBooking } from "../support/booking";
import { accessible, actFor, open, readable, signInAs } from "../support/ledig";

// Every page, in the states that are cheap to reach: nothing that axe can see is wrong, and on a phone nothing has to
// be scrolled sideways.

const PLACE = "/anlegg/haslumhallen/idrettshall-del-c?uke=2026-W34";

test("the public pages", async ({ page }) => {
  await sound(page, [
    "/",
    "/sok?hva=gym&hvor=Bekkestua&dato=2026-08-27&fra=18:00&til=20:00&antall=25",
    "/sok?hva=ice&antall=900",
    "/anlegg",
    "/anlegg?sok=finnes-ikke",
    "/anlegg/haslumhallen",
    PLACE,
    `${PLACE}&visning=tabell`,
    `${PLACE}&visning=kalender`,
    "/anlegg/haslumhallen/idrettshall?uke=2026-W34&visning=kalender",
    "/logg-inn",
    "/om/tilgjengelighet",
    "/om/personvern",
    "/finnes-ikke",
  ]);
});

test("the club's pages", async ({ page }) => {
  await signInAs(page, "kari");
  await actFor(page, "Haslum IL");
  await openBooking(page, "eikelihallen/idrettshall-del-b");
  const form = new URL(page.url()).pathname;
  const tuesdays = "type=fast&ukedag=2&fra_dato=2026-08-18&til_dato=2026-10-06&fra=18:00&til=19:30";
  await page.goto("/min-side");
  const cases = await links(page, /^\/saker\/[0-9a-f-]+$/);
  const letters = await links(page, /\/vedtak\//);
  const cancelling = await links(page, /\/avlys\?/);
  expect(letters.length + cancelling.length).toBeGreaterThan(1);
  await sound(page, [
    form,
    `${form}?vist=1&${tuesdays}`,
    `${form}?vist=1&type=fast&slutt=dato`,
    "/min-side",
    ...cases.slice(0, 3),
    ...letters.slice(0, 1),
    ...cancelling.slice(0, 1),
    "/forvaltning",
  ]);
});

test("the manager's pages of cases", async ({ page }) => {
  await signInAs(page, "marit");
  await page.goto("/forvaltning");
  const cases = await links(page, /^\/forvaltning\/saker\//);
  await sound(page, [
    "/forvaltning",
    "/forvaltning?vis=offered",
    "/forvaltning?vis=done",
    "/forvaltning?tekst=finnes-ikke",
    ...cases.slice(0, 2),
    "/forvaltning/dag?dato=2026-08-27",
    "/forvaltning/uke",
  ]);
});

test("the manager's pages of places, rules and people", async ({ page }) => {
  await signInAs(page, "anne");
  await page.goto("/forvaltning/anlegg?tekst=Haslumhallen");
  const [facility] = await links(page, /^\/forvaltning\/anlegg\/[0-9a-f-]{36}$/);
  await page.goto(facility);
  const [space] = await links(page, /^\/forvaltning\/del\/[0-9a-f-]{36}$/);
  await page.goto("/forvaltning/regler");
  const [rule] = await links(page, /^\/forvaltning\/regler\/[0-9a-f-]{36}$/);
  await page.goto("/forvaltning/folk");
  const [organisation] = await links(page, /^\/forvaltning\/folk\/[0-9a-f-]{36}$/);
  await sound(page, [
    "/forvaltning/anlegg",
    facility,
    `${facility}/apningstid`,
    `${facility}/regler`,
    `${facility}/stenging`,
    space,
    `${space}/apningstid`,
    `${space}/regler`,
    "/forvaltning/regler",
    rule,
    "/forvaltning/prioritet",
    "/forvaltning/folk",
    organisation,
    "/forvaltning/ansatte",
  ]);
});

test("time is asked for by keyboard alone, and what is heard tells day, date, time and place", async ({ page }) => {
  await signInAs(page, "ingrid");
  await open(page, "/anlegg/eikelihallen/idrettshall-del-a?uke=2026-W38");
  await expect(page.getByRole("img", { name: /Del A, torsdag 17\. september/ })).toBeVisible();
  await press(page, page.getByRole("link", { name: /^Bestill torsdag 17\. september \d\d\.\d\d–\d\d\.\d\d$/ }).first());
  await expect(page).toHaveURL(/\/bestill\/.*dato=2026-09-17/);
  await page.locator("body[data-hydrated]").waitFor({ state: "attached" });

  const form = new URL(page.url()).pathname;
  const party = await page.getByLabel("Du bestiller for").inputValue();
  await open(
    page,
    `${form}?vist=1&for=${party}&type=fast&rytme=uke&hver=1&ukedag=2&slutt=dato&fra_dato=2026-08-18&til_dato=2026-09-15&fra=18:00&til=19:30`,
  );
  await expect(page.getByRole("checkbox", { name: "tirsdag 1. september kl. 18.00–19.30, ledig. Hopp over" })).toBeVisible();
  await focus(page, page.getByLabel("Hva skal dere gjøre?"));
  await page.keyboard.type("Trening på tirsdager");
  const cards = page.locator("fieldset.way__ways");
  const conflicts = await cards.count();
  expect(conflicts).toBeGreaterThan(0);
  for (let at = 0; at < conflicts; at++) {
    await expect(page.getByRole("group", { name: /^Tirsdag \d+\. \w+: / }).nth(at)).toBeVisible();
    await focus(page, cards.nth(at).getByRole("radio").first());
    await page.keyboard.press("Space");
    await expect(page.locator("details.way").nth(at).locator(".way__settled")).toBeVisible();
  }
  await expect(page.locator(".booking__summary")).not.toContainText("må du velge for");
  await focus(page, page.getByRole("button", { name: "Send", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  await accessible(page);
  await expect(page.getByRole("link", { name: "Avlys: tirsdag 1. september kl. 18.00–19.30" })).toBeVisible();
});

/**
 * Looks at each page: axe finds nothing, contrasts hold in the dark too, and at 400 % zoom (a screen of 1280 × 1024
 * then has 320 × 256 px left) nothing sticks out at the side and what sticks to an edge leaves most of the page to read.
 */
async function sound(page: Page, paths: string[]) {
  test.setTimeout(paths.length * 30_000);
  for (const path of paths) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(page, path);
      expect.soft(await page.getByRole("heading", { level: 1 }).count(), path).toBe(1);
      await accessible(page, path);
      await page.emulateMedia({ colorScheme: "dark" });
      await readable(page, `${path} in the dark`);
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 320, height: 256 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${path} at 400 % zoom`).toBeLessThanOrEqual(320);
      expect.soft(await page.evaluate(stuck), `${path} at 400 % zoom: how much is covered`).toBeLessThan(0.5);
    });
  }
}

/** In the middle of the page: the share of the window's height that is covered by what sticks to an edge. */
function stuck() {
  window.scrollTo(0, document.documentElement.scrollHeight / 2);
  const sticks = (it: Element | null): boolean =>
    it !== null && (["sticky", "fixed"].includes(getComputedStyle(it).position) || sticks(it.parentElement));
  const heights = Array.from({ length: 32 }, (_, at) => ((at + 0.5) * innerHeight) / 32);
  return heights.filter((y) => sticks(document.elementFromPoint(innerWidth / 2, y))).length / heights.length;
}

/** Where the page's links lead to, of those that fit. */
async function links(page: Page, to: RegExp) {
  const all = await page.locator("main a[href]").evaluateAll((found) => found.map((a) => a.getAttribute("href") ?? ""));
  return [...new Set(all.filter((href) => to.test(href)))];
}

/** Goes on with Tab until the element has the focus. */
async function focus(page: Page, element: ReturnType<Page["locator"]>) {
  for (let tabs = 0; tabs < 200; tabs++) {
    if (await element.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

async function press(page: Page, element: ReturnType<Page["locator"]>) {
  await focus(page, element);
  await page.keyboard.press("Enter");
}
