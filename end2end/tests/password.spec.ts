import { expect, test, type Browser, type Page } from "@playwright/test";
import { accessible, each, hydrated, open, otherPage, signIn, signInAs } from "../support/ledig";

/** A new account on the staff, made by the administrator: its address and its one-time password. */
async function newAccount(browser: Browser, name: string): Promise<[string, string]> {
  const email = `${name}-${each("js", "nojs")}@example.no`;
  const page = await otherPage(browser);
  await signInAs(page, "anne");
  await open(page, "/forvaltning/ansatte");
  await page.locator("summary", { hasText: "Gi en rolle" }).click();
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Navn", { exact: true }).fill(`Nora ${name}`);
  await page.getByLabel("Rolle", { exact: true }).selectOption({ label: "Innsyn: ser alt, endrer ingenting" });
  await page.getByRole("button", { name: "Gi en rolle" }).click();
  const password = await page.locator(".secret code").innerText();
  await expect(page.getByRole("row", { name: email })).toContainText("Har ikke logget inn og valgt passord ennå");
  await page.context().close();
  return [email, password];
}

async function fill(page: Page, fields: Record<string, string>, button: string) {
  await hydrated(page);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** What is said beside a field. */
const beside = (page: Page, field: string) => page.locator(`#${field}-fault`);

test("a one-time password leads to choosing one's own, and then to where one was going", async ({ page, browser }) => {
  const [email, password] = await newAccount(browser, "engang");
  await page.goto("/logg-inn?neste=/forvaltning/regler");
  await fill(page, { "E-post": email, Passord: password }, "Logg inn");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Velg ditt eget passord");
  await expect(page.getByLabel("Passordet du har nå")).toHaveCount(0);
  await accessible(page);
  // Every other page leads back here.
  for (const path of ["/", "/forvaltning", "/min-side"]) {
    await page.goto(path);
    await expect(heading).toHaveText("Velg ditt eget passord");
  }
  await page.goto("/forvaltning/regler");
  await fill(page, { "Nytt passord": "kort", "Nytt passord en gang til": "kort" }, "Lagre og gå videre");
  await expect(beside(page, "new")).toContainText("10 tegn");
  await accessible(page);
  await fill(
    page,
    { "Nytt passord": "hest batteri stift", "Nytt passord en gang til": "hest batteri stuft" },
    "Lagre og gå videre",
  );
  await expect(beside(page, "repeated")).toHaveText("De to passordene er ikke like");
  await fill(page, { "Nytt passord": password, "Nytt passord en gang til": password }, "Lagre og gå videre");
  await expect(beside(page, "new")).toHaveText("Velg et annet passord enn det du har");
  await fill(
    page,
    { "Nytt passord": "hest batteri stift", "Nytt passord en gang til": "hest batteri stift" },
    "Lagre og gå videre",
  );
  await expect(page).toHaveURL("/forvaltning/regler");
  await expect(page.getByText("Passordet er byttet.")).toBeVisible();
  await page.goto("/min-side");
  await expect(heading).not.toHaveText("Velg ditt eget passord");

  // The one-time password is worth nothing any more; the new one signs in as usual.
  const other = await otherPage(browser);
  await other.goto("/logg-inn");
  await fill(other, { "E-post": email, Passord: password }, "Logg inn");
  await expect(other.getByText("E-post eller passord er feil.")).toBeVisible();
  await signIn(other, email, "hest batteri stift");
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText("Velg ditt eget passord");
});

test("a changed password keeps this session and ends the others", async ({ page, browser }) => {
  const [email, password] = await newAccount(browser, "bytte");
  const chosen = "hest batteri stift";
  await page.goto("/logg-inn");
  await fill(page, { "E-post": email, Passord: password }, "Logg inn");
  await fill(page, { "Nytt passord": chosen, "Nytt passord en gang til": chosen }, "Lagre og gå videre");
  await expect(page.getByText("Passordet er byttet.")).toBeVisible();
  const other = await otherPage(browser);
  await signIn(other, email, chosen);

  await open(page, "/passord");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Bytt passord");
  const next = "enda en hest med stift";
  const fields = { "Nytt passord": next, "Nytt passord en gang til": next };
  await fill(page, { "Passordet du har nå": "noe helt annet", ...fields }, "Bytt passord");
  await expect(beside(page, "old")).toBeVisible();
  await accessible(page);
  await fill(page, { "Passordet du har nå": chosen, ...fields }, "Bytt passord");
  await expect(page.getByText("Andre steder der du var logget inn, er du nå logget ut.")).toBeVisible();
  await page.goto("/min-side");
  await expect(page).toHaveURL("/min-side");
  await other.goto("/min-side");
  await expect(other).toHaveURL(/\/logg-inn\?neste=/);
});

test("an administrator gives a new one-time password when one is lost", async ({ page, browser }) => {
  const [email, lost] = await newAccount(browser, "tapt");
  const admin = await otherPage(browser);
  await signInAs(admin, "anne");
  await open(admin, "/forvaltning/ansatte");
  const row = admin.getByRole("row", { name: email });
  await row.locator("summary", { hasText: "Nytt engangspassord" }).click();
  await row.getByRole("button", { name: "Ja, lag nytt" }).click();
  const given = await admin.locator(".secret code").innerText();
  expect(given).not.toBe(lost);
  await accessible(admin);
  await page.goto("/logg-inn");
  await fill(page, { "E-post": email, Passord: lost }, "Logg inn");
  await expect(page.getByText("E-post eller passord er feil.")).toBeVisible();
  await fill(page, { "E-post": email, Passord: given }, "Logg inn");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Velg ditt eget passord");
});
