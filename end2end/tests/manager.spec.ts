import { expect, test, type Browser, type Page } from "@playwright/test";
import { answer, bookOnce, choose, openBooking, send, wish, type Wish } from "../support/booking";
import { accessible, each, hydrated, otherPage, signInAs } from "../support/ledig";

const CLUB = "Haslum IL";
const RIVAL = "Stabæk Håndball";

test("a manager approves some dates, refuses one, and offers another place for a taken one", async ({ page, browser }) => {
  test.slow();
  const part = each("helsethallen/idrettshall-del-a", "nadderud-arena/hall-del-a");
  const purpose = each("Lørdagsserie med J13", "Lørdagsserie med G13");
  const rival = await personFrom(browser, "ingrid");
  await bookOnce(rival, part, "2026-10-17", ["10:00", "12:00"], RIVAL);
  await ask(rival, part, { party: RIVAL, ...saturdays("2026-10-10", "2026-10-31"), purpose: "Egen serie" }, [["2026-10-17", "Hopp over"]]);
  const club = await personFrom(browser, "kari");
  const theCase = await ask(club, part, { party: CLUB, ...saturdays("2026-10-10", "2026-10-31"), purpose }, [
    ["2026-10-17", "Søk om tiden likevel"],
  ]);
  await expect(club.getByText("En saksbehandler ser på den, fordi:")).toBeVisible();

  await signInAs(page, "marit");
  const row = await inInbox(page, purpose);
  await expect(row).toContainText("1 opptatt");
  await expect(row).toContainText("1 annen vil ha");
  await row.getByRole("link", { name: /Åpne sak/ }).click();
  await expect(page.locator(".lead").first()).toContainText("3 av 4 datoer er ledige. Anbefaling:");
  const ranking = page.locator("#rekkefolge");
  await expect(ranking.getByRole("listitem").filter({ hasText: RIVAL })).toContainText("3 datoer felles");
  await expect(page.locator("#uke")).toBeVisible();
  await accessible(page);

  const fold = page.locator("details", { has: page.locator("summary", { hasText: "Avgjør dato for dato" }) });
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
  await decide(page, "Lørdag 10. oktober", "Godkjenn");
  await decide(page, "Lørdag 24. oktober", "Avslå");
  await decide(page, "Lørdag 31. oktober", "Godkjenn");
  await decide(page, "Lørdag 17. oktober", "Tilby");
  await expect(on(page, "Lørdag 17. oktober")).toContainText(RIVAL);
  const offer = on(page, "Lørdag 17. oktober").getByLabel("Tilbud", { exact: true });
  const offered = (await offer.locator("option").first().textContent()) ?? "";
  expect(offered).toContain("10.00–12.00");

  // A refusal needs its reason; nothing chosen is lost by having forgotten it.
  await page.getByRole("button", { name: "Send vedtaket" }).click();
  await expect(page.getByText("Rett dette før du går videre")).toBeVisible();
  await expect(on(page, "Lørdag 17. oktober").getByRole("radio", { name: "Tilby" })).toBeChecked();
  await accessible(page);
  await page.getByLabel("Grunn til avslag").first().selectOption({ label: "Gitt til en med høyere prioritet" });
  await page.getByLabel("Med egne ord").first().fill("Stabæk har hjemmekamp.");
  await page.getByRole("button", { name: "Send vedtaket" }).click();
  await expect(page.getByText("2 datoer godkjent. 1 dato avslått. Tilbud sendt for 1 dato.")).toBeVisible();

  // The club sees each answer and takes the offer.
  await club.goto(theCase);
  await expect(club.getByRole("heading", { name: "Dine tider (2)" })).toBeVisible();
  const refused = club.locator("section").filter({ has: club.getByRole("heading", { name: "Avslått (1)" }) });
  await expect(refused).toContainText("høyere prioritet. Stabæk har hjemmekamp.");
  const open = club.locator("section").filter({ has: club.getByRole("heading", { name: "Tilbud å svare på (1)" }) });
  await expect(open).toContainText("lørdag 17. oktober kl. 10.00–12.00");
  await open.getByRole("button", { name: /^Ja takk til lørdag 17\. oktober/ }).click();
  await expect(club.getByText("Tiden er din. Vedtaket ligger på saken.")).toBeVisible();
  await expect(club.getByRole("heading", { name: "Dine tider (3)" })).toBeVisible();
});

test("a manager offers another day and place, typed, and is told beside the field what is against it", async ({ page, browser }) => {
  const part = each("helsethallen/idrettshall-del-a", "nadderud-arena/hall-del-a");
  const purpose = each("Foreldrekamp for J13", "Foreldrekamp for G13");
  const club = await personFrom(browser, "kari");
  const theCase = await ask(club, part, { party: CLUB, date: "2026-12-05", times: ["10:00", "14:30"], purpose });
  await signInAs(page, "marit");
  await (await inInbox(page, purpose)).getByRole("link", { name: /Åpne sak/ }).click();
  await hydrated(page);
  const fold = page.locator("details", { has: page.locator("summary", { hasText: "Avgjør dato for dato" }) });
  await fold.locator("summary").first().click();
  await decide(page, "Lørdag 5. desember", "Tilby");
  const row = on(page, "Lørdag 5. desember");
  await row.getByLabel("Tilbud", { exact: true }).selectOption({ label: "Annet sted eller tid, skriv under" });
  await row.getByLabel("Sted i et annet anlegg").fill("Haslumhallen, Idrettshall, Del Å");
  await row.getByLabel("Dato", { exact: true }).fill("2026-12-06");
  await row.getByLabel("Fra", { exact: true }).fill("02:00");
  await row.getByLabel("Til", { exact: true }).fill("03:00");
  await page.getByRole("button", { name: "Send vedtaket" }).click();
  await expect(row.getByLabel("Sted i et annet anlegg")).toHaveAttribute("aria-invalid", "true");
  await expect(row.getByLabel("Dato", { exact: true })).toHaveValue("2026-12-06");
  await accessible(page);
  await row.getByLabel("Sted i et annet anlegg").fill("haslumhallen, idrettshall, del b");
  await page.getByRole("button", { name: "Send vedtaket" }).click();
  await expect(row.getByLabel("Fra", { exact: true })).toHaveAttribute("aria-invalid", "true");
  const from = each("12:00", "15:00");
  await row.getByLabel("Fra", { exact: true }).fill(from);
  await row.getByLabel("Til", { exact: true }).fill(each("14:00", "17:00"));
  await page.getByRole("button", { name: "Send vedtaket" }).click();
  await expect(page.getByText("Tilbud sendt for 1 dato.")).toBeVisible();

  await club.goto(theCase);
  const open = club.locator("section").filter({ has: club.getByRole("heading", { name: "Tilbud å svare på (1)" }) });
  await expect(open).toContainText(each("søndag 6. desember kl. 12.00–14.00", "søndag 6. desember kl. 15.00–17.00"));
  await expect(open).toContainText("Haslumhallen");
  await open.getByRole("button", { name: /^Ja takk/ }).click();
  await expect(club.getByText("Tiden er din. Vedtaket ligger på saken.")).toBeVisible();
});

test("a manager decides several cases at once", async ({ page, browser }) => {
  const part = each("helsethallen/idrettshall-del-b", "nadderud-arena/hall-del-b");
  const purpose = each("Samling for trenere", "Samling for dommere");
  const club = await personFrom(browser, "kari");
  for (const date of ["2026-11-07", "2026-11-14"]) {
    await ask(club, part, { party: CLUB, date, times: ["10:00", "15:00"], purpose });
  }
  await signInAs(page, "marit");
  await inInbox(page, purpose);
  for (const box of await page.getByRole("checkbox", { name: /^Velg sak/ }).all()) await box.check();
  await page.getByRole("button", { name: "Godkjenn de valgte" }).click();
  await expect(page.getByText("2 saker er godkjent.")).toBeVisible();
  await expect(page.getByText("Ingen saker passer med filteret.")).toBeVisible();
});

test("approving what was given away meanwhile is told date by date", async ({ page, browser }) => {
  const part = each("helsethallen/idrettshall-del-c", "nadderud-arena/hall-del-c");
  const purpose = each("Turnering for jenter", "Turnering for gutter");
  const club = await personFrom(browser, "kari");
  const rival = await personFrom(browser, "ingrid");
  await ask(club, part, { party: CLUB, ...saturdays("2026-11-21", "2026-12-05"), purpose });
  await ask(rival, part, { party: RIVAL, date: "2026-11-28", times: ["09:00", "14:00"], purpose: `${purpose}, hjemme` });

  await signInAs(page, "marit");
  const rows = await inInbox(page, purpose);
  await rows.getByRole("link", { name: new RegExp(`^Åpne sak .*, ${CLUB}$`) }).click();
  await expect(page.locator(".lead").first()).toContainText("3 av 3 datoer er ledige.");
  const other = await page.context().newPage();
  await (await inInbox(other, `${purpose}, hjemme`)).getByRole("link", { name: /Åpne sak/ }).click();
  await other.locator("#avgjor").getByRole("button", { name: "Godkjenn", exact: true }).click();
  await expect(other.getByText("1 dato godkjent. 1 annen sak ville ha noe av tiden og har fått beskjed.")).toBeVisible();

  await page.getByRole("button", { name: /Godkjenn alle 3 datoer/ }).click();
  await expect(page.getByText("Ingenting er lagret: 1 dato er tatt.")).toBeVisible();
  await expect(on(page, "Lørdag 28. november")).toContainText(RIVAL);
  await expect(on(page, "Lørdag 21. november")).toContainText("Ledig");
  await page.getByRole("button", { name: "Godkjenn de 2 ledige datoene" }).click();
  await expect(page.getByText("2 datoer godkjent.")).toBeVisible();
});

test("nobody decides for an organisation that they belong to", async ({ page }) => {
  await signInAs(page, "ola");
  await page.goto("/forvaltning");
  const row = page.getByRole("row").filter({ hasText: "IL Jardar" }).filter({ hasText: "din egen" });
  await expect(row.getByRole("button", { name: /Godkjenn/ })).toHaveCount(0);
  await row.getByRole("link", { name: /Åpne sak/ }).click();
  await expect(page.getByText("Du hører til organisasjonen som søker, så en annen må avgjøre")).toBeVisible();
  await expect(page.getByRole("button", { name: /Godkjenn|Send vedtaket|Send avslag/ })).toHaveCount(0);
});

/** A page of a signed-in person in a browser of their own. */
async function personFrom(browser: Browser, who: string) {
  const page = await otherPage(browser);
  await signInAs(page, who);
  return page;
}

/** Saturdays 10–12, which no rule decides. */
const saturdays = (from: string, until: string): Pick<Wish, "weekly" | "times"> => ({
  weekly: { weekday: "6", from, until },
  times: ["10:00", "12:00"],
});

/** Asks for time that a person has to decide; gives the case's address. */
async function ask(page: Page, part: string, fields: Wish, choices: [string, string][] = []) {
  await openBooking(page, part);
  await wish(page, fields);
  await expect(answer(page)).toContainText(/ledig/);
  for (const [date, label] of choices) await choose(page, date, label);
  await send(page);
  await expect(page).toHaveURL(/\/saker\/[0-9a-f-]+\?sendt=1/);
  return new URL(page.url()).pathname;
}

/** The inbox, narrowed to a text; gives its rows. */
async function inInbox(page: Page, text: string) {
  await page.goto(`/forvaltning?tekst=${encodeURIComponent(text)}`);
  const rows = page.getByRole("row").filter({ hasText: text });
  await expect(rows.first()).toBeVisible();
  return rows;
}

/** The part of the decision form that is about a date. */
const on = (page: Page, date: string) => page.getByRole("group", { name: date });

async function decide(page: Page, date: string, what: string) {
  await on(page, date).locator(".choice").getByText(what, { exact: true }).click();
}
