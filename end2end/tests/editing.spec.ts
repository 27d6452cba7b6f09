import { expect, test, type Page } from "@playwright/test";
import { answer, openBooking, wish } from "../support/booking";
import { accessible, each, otherPage, signInAs } from "../support/ledig";

test("a manager changes a hall's opening hours, and everybody sees them", async ({ page }) => {
  const place = each("Evje skole", "Levre skole");
  await signInAs(page, "marit");
  await page.goto(`/forvaltning/anlegg?tekst=${encodeURIComponent(place)}`);
  await page.getByRole("link", { name: place, exact: true }).click();
  await page.locator("#steder").getByRole("link", { name: "Idrettshall", exact: true }).click();
  await page.locator("main").getByRole("link", { name: "Åpningstid", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Åpningstid for Idrettshall");
  const week = page.locator("#week");
  const closes = week.getByLabel("Søndag, stenger, periode 1");
  await expect(closes).toHaveValue("22:00");

  // Half a time is told where it stands, and what was typed stays.
  await closes.fill("tjue");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.getByText("Rett dette før du går videre")).toBeVisible();
  await expect(closes).toHaveValue("tjue");
  await accessible(page);

  await closes.fill("20:00");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.getByText(/^Åpningstiden er lagret/)).toBeVisible();
  await page.goto(`/anlegg/${each("evje-skole", "levre-skole")}/idrettshall`);
  const hours = page.locator("section").filter({ has: page.getByRole("heading", { name: "Åpningstider" }) });
  await expect(hours).toContainText(/Søndag\s*09\.00–20\.00/);
});

test("a manager makes a rule, tries it on past cases, and it decides for a club at once", async ({ page, browser }) => {
  const place = each("Evje skole", "Levre skole");
  const name = `Helgetrening på ${place}`;
  const club = await otherPage(browser);
  await signInAs(club, "kari");
  const part = `${each("evje-skole", "levre-skole")}/idrettshall-del-c`;
  await preview(club, part);
  await expect(club.locator(".decides__title")).toHaveText("En saksbehandler avgjør.");

  await signInAs(page, "marit");
  await page.goto("/forvaltning/regler");
  await page.getByRole("link", { name: "Ny regel" }).click();
  await page.getByLabel("Hva regelen heter").fill(name);
  await page.getByLabel("Gjelder i").selectOption({ label: place });
  await page.getByRole("checkbox", { name: "lørdager" }).check();
  await page.getByLabel("det er høyst").fill("10");
  await page.getByRole("button", { name: "Prøv på de siste 200 sakene" }).click();
  await expect(page.getByText(/Av de \d+ siste sakene ville den sagt ja til \d+\.|Det er ingen saker å prøve den på ennå/)).toBeVisible();
  await expect(page.getByLabel("Hva regelen heter")).toHaveValue(name);
  await accessible(page);
  await page.getByRole("button", { name: "Lagre som versjon 1" }).click();
  await expect(page.getByText("Regelen er lagret som versjon 1")).toBeVisible();
  const rule = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(rule).toContainText("datoene er på lørdager");
  await expect(rule).toContainText("det er høyst 10 datoer");
  await expect(rule).toContainText("Avgjør nå");
  await accessible(page);

  await preview(club, part);
  await expect(club.locator(".decides__title")).toHaveText(`Avgjøres straks etter regelen «${name}».`);

  // Turned off it is kept, and decides no more.
  await rule.getByRole("link", { name: `Rediger «${name}»` }).click();
  await page.getByLabel("Regelen avgjør").uncheck();
  await page.getByRole("button", { name: "Lagre som versjon 2" }).click();
  await expect(rule).toContainText("Slått av");
  await preview(club, part);
  await expect(club.locator(".decides__title")).toHaveText("En saksbehandler avgjør.");
});

/** Three Saturdays in a part, looked at. */
async function preview(page: Page, part: string) {
  await openBooking(page, part);
  await wish(page, {
    party: "Haslum IL",
    weekly: { weekday: "6", from: "2026-10-10", until: "2026-10-24" },
    times: ["12:00", "14:00"],
    purpose: "Helgetrening",
  });
  await expect(answer(page)).toHaveText("Alle 3 lørdager er ledige.");
}
