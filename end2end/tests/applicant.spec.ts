import { expect, test, type Page } from "@playwright/test";
import { bookOnce, choose, openBooking, send, wish } from "../support/booking";
import { accessible, actFor, each, otherPage, signInAs } from "../support/ledig";

// What an applicant does with a case after sending it: let dates go, let them wait, ask for them again, take what
// comes free, and take the whole request back.

const CLUB = "Haslum IL";
const RIVAL = "Stabæk Håndball";
const TIMES: [string, string] = ["10:00", "12:00"];

test("a date that waits is let go, asked for again and left waiting, and then the request is withdrawn", async ({ page, browser }) => {
  const part = each("bjornegard-skole/gymsal", "hosle-skole/gymsal");
  await signInAs(page, "kari");
  await actFor(page, CLUB);
  const theCase = await askSaturdays(page, part, "2027-01-09", "2027-01-23");
  const asked = sectionOf(page, /^Ikke avgjort ennå \(3\)$/);
  await expect(asked).toBeVisible();

  await asked.getByRole("button", { name: "La gå: lørdag 16. januar kl. 10.00–12.00" }).click();
  await expect(page.getByText("Datoen er latt gå. Du kan søke om den igjen herfra.")).toBeVisible();
  await page.getByRole("button", { name: "Søk på nytt: lørdag 16. januar kl. 10.00–12.00" }).click();
  await expect(page.getByText("Datoen er søkt om på nytt.")).toBeVisible();
  await expect(asked).toBeVisible();
  await accessible(page);

  await page.getByRole("link", { name: "Trekk søknaden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vil du trekke søknaden?");
  await expect(page.getByText("3 datoer som ikke er avgjort, blir strøket.")).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Nei, behold" }).click();
  await expect(page).toHaveURL(theCase);
  await page.getByRole("link", { name: "Trekk søknaden" }).click();
  await page.getByRole("button", { name: "Trekk søknaden" }).click();
  await expect(page).toHaveURL(theCase);
  await expect(page.locator(".case__answer")).toHaveText("Søknaden er trukket.");
  await expect(page.getByRole("link", { name: "Trekk søknaden" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^La gå/ })).toHaveCount(0);
});

test("a date that comes free is offered to the club that waits for it, which takes it", async ({ page, browser }) => {
  const part = each("eikelihallen/idrettshall-del-c", "hoslehallen/idrettshall-del-a");
  const rival = await otherPage(browser);
  await signInAs(rival, "ingrid");
  const taken = await bookOnce(rival, part, "2026-10-20", ["20:00", "21:30"], RIVAL);

  await signInAs(page, "kari");
  await actFor(page, CLUB);
  await openBooking(page, part);
  await wish(page, { date: "2026-10-20", times: ["20:00", "21:30"], purpose: "Trening G16" });
  await choose(page, "2026-10-20", "Vent, og få tilbud hvis den blir ledig");
  await send(page);
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  const theCase = new URL(page.url()).pathname;
  await expect(page.locator(".case__answer")).toHaveText(/Du får tilbud når en blir ledig\.$/);

  await rival.goto(taken);
  await rival.getByRole("link", { name: /^Avlys: tirsdag 20\. oktober/ }).click();
  await rival.getByRole("button", { name: "Avlys", exact: true }).click();
  await expect(rival.getByText("1 dato er avlyst, og tiden er ledig for andre.")).toBeVisible();

  await page.goto("/min-side");
  const offers = page.locator("section").filter({ has: page.getByRole("heading", { name: "Tilbud du må svare på" }) });
  await expect(offers).toContainText("tirsdag 20. oktober kl. 20.00–21.30");
  await page.goto(theCase);
  await expect(page.getByText("Datoen du ventet på, er blitt ledig.")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: /^Ja takk til tirsdag 20\. oktober/ }).click();
  await expect(page.getByText("Tiden er din. Vedtaket ligger på saken.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dine tider (1)" })).toBeVisible();
});

/** Asks for Saturdays 10–12, which no rule decides; gives the case's address. */
async function askSaturdays(page: Page, part: string, from: string, until: string) {
  await openBooking(page, part);
  await wish(page, { weekly: { weekday: "6", from, until }, times: TIMES, purpose: "Lørdagstrening" });
  await send(page);
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  return new URL(page.url()).pathname;
}

/** The section with that heading. */
const sectionOf = (page: Page, heading: RegExp) => page.locator("section").filter({ has: page.getByRole("heading", { name: heading }) });
