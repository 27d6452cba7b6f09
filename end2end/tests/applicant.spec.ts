import { expect, test, type Page } from "@playwright/test";
import { bookOnce, choose, openBooking, send, wish } from "../support/booking";
import { accessible, actFor, each, otherPage, signInAs } from "../support/ledig";

// What an applicant does with a case after sending it: let dates go, let them wait, ask for them again, take what
// comes free, and take the whole request back.

const CLUB = "Haslum IL";
const RIVAL = "Stabæk Håndball";
const TIMES: [string, string] = ["10:00", "12:00"];

test("a date is let go and asked for again, and then the request is withdrawn", async ({ page }) => {
  const part = each("helsethallen/idrettshall-del-a", "nadderud-arena/hall-del-a");
  await signInAs(page, "kari");
  await actFor(page, CLUB);
  const theCase = await askSaturdays(page, part, "2027-01-09", "2027-01-23");
  const asked = sectionOf(page, /^Ikke avgjort ennå \(3\)$/);
  await expect(asked).toBeVisible();

  await asked.getByRole("button", { name: "La gå: lørdag 16. januar kl. 10.00–12.00" }).click();
  await expect(page.getByText("Datoen er latt gå. Du kan søke om den igjen herfra.")).toBeVisible();
  await page.getByRole("button", { name: "Søk på nytt: lørdag 16. januar kl. 10.00–12.00" }).click();
  await expect(page.getByText("Datoen er søkt om på nytt.")).toBeVisible();
  // One free date by itself is what a rule says yes to.
  await expect(page.getByRole("heading", { name: "Dine tider (1)" })).toBeVisible();
  await accessible(page);

  await page.getByRole("link", { name: "Trekk søknaden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vil du trekke søknaden?");
  await expect(page.getByText(/^2 datoer som ikke er avgjort, blir strøket\. Datoer du alt har fått, beholder du\./)).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Nei, behold" }).click();
  await expect(page).toHaveURL(theCase);
  await page.getByRole("link", { name: "Trekk søknaden" }).click();
  await page.getByRole("button", { name: "Trekk søknaden" }).click();
  await expect(page).toHaveURL(theCase);
  await expect(page.locator(".case__answer")).toHaveText("Tiden er din. 2 har du latt gå.");
  await expect(page.getByRole("link", { name: "Trekk søknaden" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^La gå/ })).toHaveCount(0);
});

test("a date that comes free is offered to the club that waits for it, which takes it", async ({ page, browser }) => {
  const part = each("helsethallen/idrettshall-del-b", "nadderud-arena/hall-del-b");
  const rival = await otherPage(browser);
  await signInAs(rival, "ingrid");
  const taken = await bookOnce(rival, part, "2027-02-06", TIMES, RIVAL);

  await signInAs(page, "kari");
  await actFor(page, CLUB);
  await openBooking(page, part);
  await wish(page, { date: "2027-02-06", times: TIMES, purpose: "Samling G16" });
  await choose(page, "2027-02-06", "Vent, og få tilbud hvis den blir ledig");
  await send(page);
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  const theCase = new URL(page.url()).pathname;
  await expect(page.locator(".case__answer")).toHaveText(/Du får tilbud når en blir ledig\.$/);

  await rival.goto(taken);
  await rival.getByRole("link", { name: /^Avlys: lørdag 6\. februar/ }).click();
  await rival.getByRole("button", { name: "Avlys", exact: true }).click();
  await expect(rival.getByText("1 dato er avlyst, og tiden er ledig for andre.")).toBeVisible();

  await page.goto("/min-side");
  const offers = page.locator("section").filter({ has: page.getByRole("heading", { name: "Tilbud du må svare på" }) });
  await expect(offers).toContainText("lørdag 6. februar kl. 10.00–12.00");
  await page.goto(theCase);
  await expect(page.getByText("Datoen du ventet på, er blitt ledig.")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: /^Ja takk til lørdag 6\. februar/ }).click();
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
