import { expect, test, type Page } from "@playwright/test";
import { accessible, actFor, each, otherPage, signIn, signInAs } from "../support/ledig";

test("an administrator registers an organisation, and its member acts for it", async ({ page, browser }) => {
  const name = each("Nye Bærum Danseklubb", "Nye Bærum Bordtennisklubb");
  const number = each("310 001 074", "310 001 082");
  const email = each("dina@dans.example", "bo@bordtennis.example");
  await signInAs(page, "anne");
  await page.goto("/forvaltning/folk");
  await page.getByRole("link", { name: "Ny organisasjon" }).click();

  // A digit is wrong: told beside the field, and what was typed stays.
  const field = page.getByLabel("Organisasjonsnummer");
  await page.getByLabel("Navn").fill(name);
  await field.fill("310001075");
  await page.getByLabel("Aktiviteter").fill("Dans og glede");
  await page.getByLabel("Type").selectOption({ label: "Idrettslag" });
  await page.getByRole("button", { name: "Lagre" }).click();
  await expect(page.getByText("Rett dette før du går videre")).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/Organisasjonsnummeret stemmer ikke/);
  await expect(field).toHaveValue("310001075");
  await expect(page.getByLabel("Navn")).toHaveValue(name);
  await expect(page.getByLabel("Aktiviteter")).toHaveValue("Dans og glede");
  await expect(page.getByLabel("Type").locator("option:checked")).toHaveText("Idrettslag");
  await accessible(page);
  await field.fill(number);
  await page.getByRole("button", { name: "Lagre" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Ingen kan bestille for organisasjonen ennå.")).toBeVisible();

  // A team, and somebody who books.
  await page.locator("summary", { hasText: "Nytt lag" }).click();
  await page.getByLabel("Lagets navn").fill("Barn 8–10");
  await page.locator("#lag").getByRole("button", { name: "Lagre" }).click();
  await expect(page.locator("#lag")).toContainText("Barn 8–10");
  await page.locator("summary", { hasText: "Legg til medlem" }).click();
  const form = page.locator("#medlemmer");
  await form.getByLabel("E-post").fill(email);
  await form.getByLabel("Navn").fill("Dina Dahl");
  await form.getByRole("button", { name: "Legg til medlem" }).click();
  await expect(page.getByText(`${email} er lagt til`)).toBeVisible();
  const password = await page.locator(".secret code").innerText();
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Bestiller");
  await accessible(page);
  await page.reload();
  await expect(page.locator(".secret")).toHaveCount(0);

  const member = await otherPage(browser);
  await firstSignIn(member, email, password);
  await member.goto("/min-side");
  await actFor(member, name);
  await member.goto("/anlegg/bekkestua-bibliotek");
  await expect(member.locator(".header__who")).toContainText(name);

  // Taken away, the access ends at once.
  await page.locator("summary", { hasText: "Fjern Dina Dahl" }).click();
  await expect(page.getByText("Fjerne Dina Dahl? Tilgangen slutter med en gang.")).toBeVisible();
  await page.getByRole("button", { name: "Ja, fjern" }).click();
  await expect(page.getByText("Tilgangen er tatt bort")).toBeVisible();
  await member.goto("/min-side");
  await expect(member.locator("summary", { hasText: "Du handler for" })).not.toContainText(name);
});

test("an administrator gives a role in a facility and takes it away again", async ({ page, browser }) => {
  const email = each("vakt@hall.example", "oppsyn@hall.example");
  const name = each("Vera Vakt", "Odd Oppsyn");
  await signInAs(page, "anne");
  await page.goto("/forvaltning/folk");
  await page.getByRole("link", { name: "Ansatte" }).click();
  await page.locator("summary", { hasText: "Gi en rolle" }).click();
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Navn").fill(name);
  await page.getByLabel("Rolle").selectOption({ label: "Anleggsforvalter: avgjør, og redigerer anlegg og regler" });
  await page.getByLabel("Gjelder").selectOption({ label: "Combihallen" });
  await page.getByRole("button", { name: "Gi en rolle" }).click();
  await expect(page.getByText(`${email} er lagt til`)).toBeVisible();
  const password = await page.locator(".secret code").innerText();
  const row = page.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Anleggsforvalter");
  await expect(row).toContainText("Combihallen");
  await accessible(page);

  const person = await otherPage(browser);
  await firstSignIn(person, email, password);
  await person.goto("/");
  await person.getByRole("link", { name: "Forvaltning" }).click();
  await person.getByRole("link", { name: "Anlegg", exact: true }).last().click();
  await expect(person.getByRole("rowheader", { name: "Combihallen" })).toBeVisible();
  await expect(person.getByRole("rowheader")).toHaveCount(1);

  await row.locator("summary", { hasText: `Fjern ${name}` }).click();
  await row.getByRole("button", { name: "Ja, fjern" }).click();
  await expect(page.getByText("Tilgangen er tatt bort")).toBeVisible();
  await expect(row).toHaveCount(0);
  await person.goto("/");
  await expect(person.getByRole("link", { name: "Forvaltning" })).toHaveCount(0);
  expect((await person.goto("/forvaltning"))?.status()).toBe(403);
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("Du har ikke tilgang hit");
});

/** Signs in with the one-time password that was handed over. */
async function firstSignIn(page: Page, email: string, password: string) {
  await signIn(page, email, password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Velg ditt eget passord");
  await page.getByLabel("Nytt passord", { exact: true }).fill("hest batteri stift");
  await page.getByLabel("Nytt passord en gang til").fill("hest batteri stift");
  await page.getByRole("button", { name: "Lagre og gå videre" }).click();
  await expect(page.getByText("Passordet er byttet.")).toBeVisible();
}
