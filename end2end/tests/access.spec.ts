import { expect, test } from "@playwright/test";
import { answer, openBooking, wish } from "../support/booking";
import { accessible, open, PASSWORD, signIn, signInAs } from "../support/ledig";

test("a case of other people is not there for those who guess its address", async ({ page }) => {
  await signInAs(page, "marit");
  await page.goto("/forvaltning");
  const row = page.getByRole("row").filter({ hasText: "Bærumkoret" });
  const staffs = await row.getByRole("link", { name: /Åpne sak/ }).getAttribute("href");
  const theirs = `/saker/${staffs?.split("/").pop()}`;
  expect((await page.goto(theirs))?.status()).toBe(200);

  await page.context().clearCookies();
  await signInAs(page, "kari");
  for (const address of [theirs, `${theirs}/trekk`, `${theirs}/avlys`]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi finner ikke siden");
  }
  await accessible(page);
});

test("the staff's pages are closed to others, and say so", async ({ page }) => {
  await signInAs(page, "kari");
  for (const address of ["/forvaltning", "/forvaltning/regler", "/forvaltning/folk", "/forvaltning/anlegg"]) {
    expect((await page.goto(address))?.status(), address).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du har ikke tilgang hit");
  }
  await accessible(page);
});

test("whoever is not signed in is asked to, and comes back to where they were", async ({ page }) => {
  await page.goto("/min-side");
  await expect(page).toHaveURL("/logg-inn?neste=%2Fmin-side");
  await page.getByLabel("E-post").fill("kari@demo.ledig.no");
  await page.getByLabel("Passord").fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Logg inn" }).click();
  await expect(page).toHaveURL("/min-side");
});

test("what was typed before signing in is there afterwards", async ({ page }) => {
  await openBooking(page, "evje-skole/idrettshall-del-b");
  await wish(page, { date: "2026-09-03", times: ["17:00", "18:30"], persons: "14", purpose: "Foreldremøte" });
  await expect(answer(page)).toHaveText("Torsdag 3. september kl. 17.00–18.30 er ledig.");
  await page.getByRole("button", { name: "Logg inn og send" }).click();
  await expect(page).toHaveURL(/\/logg-inn\?neste=/);
  await page.getByLabel("E-post").fill("kari@demo.ledig.no");
  await page.getByLabel("Passord").fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Logg inn" }).click();
  await expect(page).toHaveURL(/\/bestill\//);
  await expect(page.getByLabel("Dato", { exact: true })).toHaveValue("2026-09-03");
  await expect(page.getByLabel("Fra kl.")).toHaveValue("17:00");
  await expect(page.getByLabel("Hvor mange personer")).toHaveValue("14");
  await expect(page.getByLabel("Hva skal dere gjøre?")).toHaveValue("Foreldremøte");
  await expect(answer(page)).toHaveText("Torsdag 3. september kl. 17.00–18.30 er ledig.");
});

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  for (const email of ["kari@demo.ledig.no", "ingen@demo.ledig.no"]) {
    await open(page, "/logg-inn?neste=%2Fmin-side");
    await page.getByLabel("E-post").fill(email);
    await page.getByLabel("Passord").fill("feil passord");
    await page.locator("main").getByRole("button", { name: "Logg inn" }).click();
    await expect(page).toHaveURL("/logg-inn?neste=%2Fmin-side");
    await expect(page.getByText("E-post eller passord er feil. Prøv igjen.")).toBeVisible();
    await expect(page.getByLabel("E-post")).toHaveValue(email);
    await expect(page.getByLabel("Passord")).toHaveValue("");
  }
  await accessible(page);
});

test("signing out ends it", async ({ page }) => {
  await signIn(page, "sara@demo.ledig.no", PASSWORD);
  await page.locator("summary", { hasText: "Du handler for" }).click();
  await page.getByRole("button", { name: "Logg ut" }).click();
  await page.goto("/min-side");
  await expect(page).toHaveURL(/\/logg-inn\?neste=/);
});
