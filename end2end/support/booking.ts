import { expect, type Page } from "@playwright/test";
import { dayName } from "./dates";
import { hydrated, open, scriptsRun } from "./ledig";

/** The fields of the booking form, by the names that people see or by their values. */
export interface Wish {
  /** The organisation to book for; the one acted for if left out. */
  party?: string;
  /** One date, or the weekly time that starts on `from` and ends on `until`. */
  date?: string;
  /** `weekday` is 1 for Monday to 7. */
  weekly?: { weekday: string; from: string; until: string };
  times: [string, string];
  notInSchoolHolidays?: boolean;
  persons?: string;
  team?: string;
  purpose: string;
}

/** Goes from a space's own page to its booking form. */
export async function openBooking(page: Page, space: string) {
  await open(page, `/anlegg/${space}`);
  await page.locator("main").getByRole("link", { name: "Bestill tid", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bestill");
  await hydrated(page);
}

/** Fills the form and looks at the dates. */
export async function wish(page: Page, fields: Wish) {
  const form = page.locator("form.booking");
  if (fields.party) await form.getByLabel("Du bestiller for").selectOption({ label: fields.party });
  if (fields.team) await form.getByLabel("Lag", { exact: true }).selectOption({ label: fields.team });
  await form.getByRole("radio", { name: fields.weekly ? "Fast tid" : "Én gang" }).check();
  if (fields.weekly) {
    const { weekday, from, until } = fields.weekly;
    for (const box of await form.getByRole("group", { name: "Ukedager" }).getByRole("checkbox").all()) {
      await box.setChecked((await box.getAttribute("value")) === weekday);
    }
    await form.getByLabel("Fra og med").fill(from);
    await form.getByLabel("Til og med").fill(until);
    if (fields.notInSchoolHolidays) await form.getByLabel("Ikke i skoleferier").check();
  } else {
    await form.getByLabel("Dato", { exact: true }).fill(fields.date ?? "");
  }
  await form.getByLabel("Fra kl.").fill(fields.times[0]);
  await form.getByLabel("Til kl.").fill(fields.times[1]);
  if (fields.persons) await form.getByLabel("Hvor mange personer").fill(fields.persons);
  await form.getByLabel("Hva skal dere gjøre?").fill(fields.purpose);
  await look(page);
}

/** Without scripts the dates are shown by a button; with them they are there already. */
export async function look(page: Page) {
  if (scriptsRun()) return;
  await page.getByRole("button", { name: "Vis datoene" }).click();
}

/** The sentence that counts the dates. */
export const answer = (page: Page) => page.locator(".booking__answer");

/** The line over the button that sends. */
export const summary = (page: Page) => page.locator(".booking__summary");

/** The chip of a date, by what a screen reader says of it. */
export const chip = (page: Page, spoken: string) =>
  page.locator(".months").locator("label, a, span").filter({ has: page.locator(".ds-sr-only", { hasText: spoken }) });

/** The ways on for a date that cannot be had. */
export const way = (page: Page, date: string) =>
  page.locator("details.way").filter({ has: page.locator(`[id="valg-${date}"]`) });

/** Takes a way on for a date. */
export async function choose(page: Page, date: string, label: string | RegExp) {
  const card = way(page, date);
  const radio = card.getByRole("radio", { name: label }).first();
  if ((await card.getAttribute("open")) === null) await card.locator("summary").click();
  await radio.check();
  if (scriptsRun()) await expect(card.locator(".way__settled")).toBeVisible();
}

/** Sends the form. */
export async function send(page: Page) {
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** Books one date for an organisation, from the form to the receipt; gives the case's address. */
export async function bookOnce(page: Page, space: string, date: string, times: [string, string], party: string) {
  await openBooking(page, space);
  await wish(page, { party, date, times, purpose: "Treningskamp" });
  await expect(answer(page)).toHaveText(new RegExp(`^${dayName(date)} kl. .* er ledig.$`, "i"));
  await send(page);
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  return new URL(page.url()).pathname;
}
