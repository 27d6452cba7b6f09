import { expect, test } from "@playwright/test";
import { accessible, open, scriptsRun } from "../support/ledig";

test("a resident sees what happens in a hall, week by week, and prints it for the door", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("navigation", { name: "Hovedmeny" }).getByRole("link", { name: "Anlegg" }).click();
  await page.getByLabel("Navn eller adresse").fill("Haslumhallen");
  await page.getByRole("button", { name: "Avgrens" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^1 av \d+ anlegg passer$/);
  await page.getByRole("link", { name: "Haslumhallen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Haslumhallen");
  await expect(page.locator(".place-head__answer")).toHaveText("Ledig i dag 16.00–23.00.");

  // A part of the hall, as a list of this week and the next.
  const plan = page.locator("section").filter({ has: page.getByRole("heading", { name: "Lokaler og deler" }) });
  await plan.getByRole("link", { name: "Del C" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Haslumhallen, Del C");
  await expect(page.locator(".place-head__answer")).toHaveText("Ledig i dag 16.00–23.00.");
  const week = page.locator("#uke");
  await expect(week.getByRole("heading", { level: 2 })).toHaveText("Idrettshall, Del C, Uke 33, 10.–16. august");
  await week.getByRole("link", { name: "Neste uke" }).click();
  await expect(page).toHaveURL(/uke=2026-W34/);
  await expect(week.getByRole("heading", { level: 2 })).toHaveText("Idrettshall, Del C, Uke 34, 17.–23. august");
  const thursday = week.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Torsdag 20. august" }) });
  await expect(thursday.locator(".slots").getByRole("listitem").first()).toContainText(/16\.00–17\.30\s*Haslum HK Damer, J13/);
  await expect(thursday.getByRole("link", { name: "Bestill torsdag 20. august 17.30–23.00" })).toBeVisible();
  await accessible(page);

  // The same as a table.
  await week.getByRole("link", { name: "Tabell" }).click();
  const table = page.getByRole("table", { name: "Idrettshall, Del C, uke 34" });
  await expect(table.getByRole("columnheader")).toHaveText(["Dag", "Tid", "Lokale", "Hvem"]);
  await expect(table.getByRole("row").filter({ hasText: "Torsdag 20. august" })).toContainText("Haslum HK Damer, J13");
  await accessible(page);

  // And as a calendar, which is what hangs on the door.
  await week.getByRole("link", { name: "Kalender" }).click();
  await expect(page).toHaveURL(/visning=kalender/);
  const day = page.getByRole("region", { name: "torsdag 20. august" });
  await expect(day.getByRole("group", { name: "torsdag 20. august 16.00–17.30, Del C: Haslum HK Damer, J13" })).toBeVisible();
  await accessible(page);
  await expect(page.getByText("Skriv ut denne siden for å henge uka på døra")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(day).toBeVisible();
  await expect(page.getByRole("heading", { name: "Haslumhallen, Del C" })).toBeVisible();
  for (const away of [".header", ".footer", ".week__ways", ".place__more"]) await expect(page.locator(away)).toBeHidden();
  if (scriptsRun()) {
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page[^s]/g);
    expect(pages).toHaveLength(1);
  }
});

test("a resident finds a gym for 25 persons on Thursday evening near Bekkestua", async ({ page }) => {
  await open(page, "/");
  await page.getByLabel("Hva vil du gjøre?").selectOption({ label: "Gymsal" });
  await page.getByLabel("Hvor?").fill("Bekkestua");
  await page.getByLabel("Dato").fill("2026-08-27");
  await page.getByLabel("Fra kl.").fill("18:00");
  await page.getByLabel("Til kl.").fill("20:00");
  await page.getByLabel("Hvor mange?").fill("25");
  await page.getByRole("button", { name: "Søk", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Gymsal: \d+ steder er ledige torsdag 27\. august kl\. 18\.00–20\.00$/,
  );
  await expect(page.getByText("Nærmest Bekkestua først.")).toBeVisible();

  // What fits comes first, the nearest at the top.
  const fits = page.locator("section").filter({ has: page.getByRole("heading", { name: "Ledig som ønsket" }) });
  const first = fits.locator(".hit").first();
  await expect(first).toContainText("Bekkestua barneskole, Gymsal");
  await expect(first).toContainText("300 m");
  await expect(first).toContainText("Ledig 17.00–21.45");

  // Then what nearly fits, with how it differs; then why others do not.
  await page.getByText(/^Passer nesten: \d+ steder$/).click();
  const nearly = page.locator(".hit", { hasText: "Hauger skole, Gymsal" });
  await expect(nearly).toContainText("30 minutter senere");
  await page.getByText(/^Passet ikke: \d+ sted/).click();
  const misses = page.locator("section").filter({ has: page.getByRole("heading", { name: /^For lite/ }) });
  await expect(misses).toContainText("Plass til 15");
  await accessible(page);

  // From here it is one step to asking for it, with the time filled in.
  await first.getByRole("link", { name: /^Bestill Bekkestua barneskole, Gymsal, torsdag 27\. august 18\.00–20\.00$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bestill Gymsal, Bekkestua barneskole");
  await expect(page.locator(".booking__answer")).toHaveText("Torsdag 27. august kl. 18.00–20.00 er ledig.");
});
