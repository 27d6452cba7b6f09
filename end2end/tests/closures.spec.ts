import { expect, test, type Page } from "@playwright/test";
import { accessible, each, signInAs } from "../support/ledig";

test("a manager closes a hall for some days, sees first whom it hits, and opens it again", async ({ page }) => {
  const hall = each(
    { name: "Nadderudhallen", week: "/anlegg/nadderudhallen/idrettshall?uke=2026-W43", hit: "IL Jardar", when: "onsdag 21. oktober kl. 19.00–20.30, Del C" },
    { name: "Lommedalshallen", week: "/anlegg/lommedalshallen/idrettshall?uke=2026-W43", hit: "Demo Turnforening", when: "tirsdag 20. oktober kl. 17.30–19.00, Del C" },
  );
  const reason = "Gulvet slipes og lakkes";
  await signInAs(page, "marit");
  await page.goto(`/forvaltning/anlegg?tekst=${hall.name}`);
  await page.getByRole("link", { name: hall.name, exact: true }).click();
  await page.locator("main").getByRole("link", { name: "Stenging", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Stenging av ${hall.name}`);
  await expect(page.locator(".lead")).toHaveText("Ingenting er stengt nå eller framover.");

  // A closure says why; what was filled in stays.
  const form = page.locator("#steng");
  await form.getByLabel("Hva som stenges").selectOption({ label: "Idrettshall" });
  await form.getByLabel("Første dag").fill("2026-10-20");
  await form.getByLabel("Siste dag").fill("2026-10-22");
  await form.getByRole("button", { name: "Se hvem det rammer" }).click();
  await expect(page.getByText("Rett dette før du går videre")).toBeVisible();
  await expect(form.getByLabel("Hvorfor")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("Siste dag")).toHaveValue("2026-10-22");
  await accessible(page);
  await form.getByLabel("Hvorfor").fill(reason);
  await form.getByRole("button", { name: "Se hvem det rammer" }).click();

  // Whom it hits is told before anything is done; one can go back and change it.
  const question = page.locator(".confirm");
  const told = "Stenge Idrettshall fra og med tirsdag 20. oktober til og med torsdag 22. oktober?";
  await expect(question.getByRole("heading")).toHaveText(told);
  await expect(question).toContainText(/\d+ bestilte datoer rammes\./);
  await expect(question.getByRole("listitem").filter({ hasText: hall.hit }).filter({ hasText: hall.when })).toHaveCount(1);
  await accessible(page);
  await question.getByRole("link", { name: "Endre" }).click();
  await expect(form.getByLabel("Hvorfor")).toHaveValue(reason);
  expect(await reads(page, hall.week, reason)).toBe(0);
  await page.goBack();
  await form.getByRole("button", { name: "Se hvem det rammer" }).click();
  await question.getByRole("button", { name: "Steng", exact: true }).click();
  await expect(page.getByText(/^Stengt\. \d+ bestilte datoer rammes/)).toBeVisible();
  const standing = page.getByRole("listitem").filter({ hasText: reason });
  await expect(standing).toContainText("fra og med tirsdag 20. oktober til og med torsdag 22. oktober");
  await expect(standing).toContainText("Marit Bakken");
  await accessible(page);
  const here = page.url();

  // Everybody reads it in the week, on each of the days.
  expect(await reads(page, hall.week, `Stengt: ${reason}`)).toBe(3);

  await page.goto(here);
  await standing.getByRole("button", { name: "Åpne Idrettshall igjen" }).click();
  await expect(page.getByText("Åpnet igjen")).toBeVisible();
  await expect(page.locator(".lead")).toHaveText("Ingenting er stengt nå eller framover.");
  expect(await reads(page, hall.week, reason)).toBe(0);
});

/** How many times in a week of a space say that, as the public reads them. */
async function reads(page: Page, week: string, text: string) {
  await page.goto(week);
  await expect(page.locator("li.day")).toHaveCount(7);
  return page.locator(".slot").filter({ hasText: text }).count();
}
