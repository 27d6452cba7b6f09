import { expect, test } from "@playwright/test";
import { answer, openBooking, wish } from "../support/booking";
import { actFor, hydrated, signInAs } from "../support/ledig";

test("a lost connection loses nothing that was typed", async ({ page }) => {
  await signInAs(page, "kari");
  await actFor(page, "Haslum IL");
  await openBooking(page, "evje-skole/idrettshall-del-a");
  await wish(page, { date: "2026-09-10", times: ["17:00", "18:30"], persons: "14", purpose: "Foreldremøte" });
  await expect(answer(page)).toHaveText("Torsdag 10. september kl. 17.00–18.30 er ledig.");

  // Without a line, a change of the time cannot be looked up, and is said so; what stood there stands.
  await page.context().setOffline(true);
  await page.getByLabel("Til kl.").fill("19:00");
  await expect(page.getByText("Vi får ikke kontakt akkurat nå. Alt du har valgt, er tatt vare på.")).toBeVisible();

  // Sending does not get through; on the way back everything is there, and can be sent.
  await page.getByRole("button", { name: "Send", exact: true }).click({ noWaitAfter: true });
  await expect(page.getByLabel("Hva skal dere gjøre?")).toHaveCount(0);
  await page.context().setOffline(false);
  await page.goBack();
  await hydrated(page);
  await expect(page.getByLabel("Til kl.")).toHaveValue("19:00");
  await expect(page.getByLabel("Hvor mange personer")).toHaveValue("14");
  await expect(page.getByLabel("Hva skal dere gjøre?")).toHaveValue("Foreldremøte");
  await expect(answer(page)).toHaveText("Torsdag 10. september kl. 17.00–19.00 er ledig.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
});
