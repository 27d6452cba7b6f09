import { expect, test } from "@playwright/test";
import { answer, openBooking, send, wish } from "../support/booking";
import { accessible, each, otherPage, PASSWORD, signInAs } from "../support/ledig";

test("a refusal that finds no session is sent after signing in again, with its words", async ({ page, browser }) => {
  test.slow();
  const part = each("haslumhallen/idrettshall-del-a", "haslumhallen/idrettshall-del-b");
  const words = "Hallen er utleid til stevnet \"Vårsprett\" & premieutdeling.";
  const club = await otherPage(browser);
  await signInAs(club, "kari");
  await openBooking(club, part);
  await wish(club, { party: "Haslum IL", date: "2026-11-22", times: ["09:00", "16:00"], purpose: "Dommerkurs" });
  await expect(answer(club)).toContainText(/ledig/);
  await send(club);
  await expect(club).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  const id = new URL(club.url()).pathname.split("/").pop();

  await signInAs(page, "marit");
  await page.goto(`/forvaltning/saker/${id}`);
  await page.locator("#avslag summary").click();
  const refusal = page.locator("#avslag");
  await refusal.getByLabel("Grunn til avslag").selectOption({ label: "Noe annet, skriv hva" });
  await refusal.getByLabel("Med egne ord").fill(words);
  await page.context().clearCookies();
  await refusal.getByRole("button", { name: "Send avslag" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logg inn");
  await expect(page.getByText("Ingenting er borte.")).toBeVisible();
  await accessible(page);
  await page.getByLabel("E-post").fill("marit@demo.ledig.no");
  await page.getByLabel("Passord").fill("feil passord");
  await page.locator("main").getByRole("button", { name: "Logg inn" }).click();
  await expect(page.getByText("E-post eller passord er feil.")).toBeVisible();
  await page.getByLabel("Passord").fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Logg inn" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du er logget inn igjen");
  await expect(page.getByText("Avgjørelsen av en sak")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Send det du skrev" }).click();
  await expect(page).toHaveURL(`/forvaltning/saker/${id}`);
  await expect(page.getByText("1 dato avslått.")).toBeVisible();
  await expect(page.locator(".settled")).toContainText(words);
});
