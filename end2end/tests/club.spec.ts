import { expect, test, type Page } from "@playwright/test";
import { answer, bookOnce, chip, choose, openBooking, send, summary, way, wish } from "../support/booking";
import { accessible, actFor, each, otherPage, signInAs } from "../support/ledig";

const TIMES: [string, string] = ["18:00", "19:30"];

test("a club asks for a year of Tuesdays, settles each conflict and gets its decision", async ({ page, browser }) => {
  test.slow();
  const part = each("storoya-skole/flerbrukshall-22-x-30-m-del-a", "combihallen/idrettshall-del-a");
  const rival = await otherPage(browser);
  await signInAs(rival, "ingrid");
  await bookOnce(rival, part, "2026-09-08", TIMES, "Stabæk Håndball");
  await bookOnce(rival, part, "2026-09-22", TIMES, "Stabæk Håndball");

  await signInAs(page, "kari");
  await actFor(page, "Haslum IL");
  await openBooking(page, part);
  await wish(page, {
    weekly: { weekday: "2", from: "2026-08-18", until: "2027-05-12" },
    times: TIMES,
    notInSchoolHolidays: true,
    team: "J13",
    persons: "16",
    purpose: "Trening J13",
  });

  // Each date's outcome, while choosing.
  await expect(answer(page)).toContainText(/^\d+ av 39 tirsdager er ledige\. 2 er opptatt, /);
  await expect(chip(page, "tirsdag 18. august kl. 18.00–19.30, ledig")).toBeVisible();
  await expect(chip(page, "tirsdag 29. september kl. 18.00–19.30, i høstferien")).toBeVisible();
  await expect(chip(page, "tirsdag 8. september kl. 18.00–19.30, opptatt")).toBeVisible();
  // The clock stands still over both changes of summer time.
  for (const date of ["20. oktober", "27. oktober", "16. mars", "30. mars"]) {
    await expect(chip(page, `tirsdag ${date} kl. 18.00–19.30, ledig`)).toBeVisible();
  }
  await expect(way(page, "2026-09-08")).toContainText("av Stabæk Håndball");
  await expect(summary(page)).toContainText("2 må du velge for");
  await accessible(page);

  // One conflict is settled by an alternative, one date is left waiting.
  await choose(page, "2026-09-08", "Del B, samme tid");
  await choose(page, "2026-09-22", "Vent, og få tilbud hvis den blir ledig");

  // Meanwhile another browser takes a date.
  await bookOnce(rival, part, "2026-10-13", TIMES, "Stabæk Håndball");
  await send(page);
  await expect(page.getByText("Noen tok denne tiden mens du valgte")).toBeVisible();
  const taken = page.getByRole("alert").or(page.getByRole("status")).filter({ has: page.getByRole("listitem") });
  await expect(taken.getByRole("listitem")).toHaveText([/tirsdag 13\. oktober/]);
  await expect(page.getByLabel("Hva skal dere gjøre?")).toHaveValue("Trening J13");
  await expect(page.getByLabel("Hvor mange personer")).toHaveValue("16");
  await expect(way(page, "2026-09-08").locator(".way__settled")).toContainText("Del B, samme tid");
  await expect(way(page, "2026-09-22").locator(".way__settled")).toHaveText("Venter");
  await choose(page, "2026-10-13", /Del B, samme tid/);
  await send(page);

  // Decided at once, with a letter; the dates keep their time of day all through.
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  await expect(page.getByText("Regelen «Fast trening for medlemsklubber» gjelder for søknaden.")).toBeVisible();
  await expect(page.locator(".case__answer")).toContainText(/^\d+ av \d+ datoer er dine\. 1 venter\.$/);
  await accessible(page);
  const theCase = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Les vedtaket" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Vedtak i sak");
  const given = page.locator(".letter section").filter({ has: page.getByRole("heading", { name: "Du får", exact: true }) });
  await expect(given.getByRole("listitem").filter({ hasText: "8. september 2026" })).toContainText("Del B");
  for (const date of ["27. oktober 2026", "30. mars 2027"]) {
    await expect(given.getByRole("listitem").filter({ hasText: date })).toContainText("kl. 18.00–19.30");
  }
  await expect(given).not.toContainText("29. september");
  await expect(page.getByText("Vedtaket er gjort automatisk etter regelen")).toBeVisible();
  await expect(page.getByText("Du kan klage på vedtaket")).toBeVisible();
  await accessible(page);

  // My page shows it all.
  await page.goto("/min-side");
  const cases = page.getByRole("listitem").filter({ has: page.locator(`a[href="${theCase}"]`) });
  await expect(cases.filter({ hasText: "1 dato venter på å bli ledig" })).toBeVisible();
  const waiting = cases.and(page.locator("section", { hasText: "Datoer som venter på ledig tid" }).getByRole("listitem"));
  await expect(waiting).toContainText("Tirsdag 22. september kl. 18.00–19.30");
  await expect(waiting).toContainText("J13");
  await accessible(page);

  // One date is cancelled, then one and all that follow.
  await cancel(page, theCase, /Bare tirsdag 25\. august kl\. 18\.00–19\.30/, "25. august");
  await expect(page.getByText("1 dato er avlyst, og tiden er ledig for andre.")).toBeVisible();
  await cancel(page, theCase, /^Tirsdag 1\. september og de \d+ neste$/, "1. september");
  await expect(page.getByText(/\d\d datoer er avlyst, og tiden er ledig for andre\./)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dine tider (1)" })).toBeVisible();
  await openBooking(rival, part);
  await wish(rival, { party: "Stabæk Håndball", date: "2026-09-15", times: TIMES, purpose: "Treningskamp" });
  await expect(answer(rival)).toHaveText("Tirsdag 15. september kl. 18.00–19.30 er ledig.");
});

/** Cancels from a date of a case, as much as the choice says. */
async function cancel(page: Page, theCase: string, scope: RegExp, date: string) {
  await page.goto(theCase);
  await page.getByRole("link", { name: `Avlys: tirsdag ${date} kl. 18.00–19.30` }).click();
  await page.getByRole("radio", { name: scope }).check();
  await page.getByRole("button", { name: "Avlys", exact: true }).click();
  await expect(page).toHaveURL(theCase);
}
