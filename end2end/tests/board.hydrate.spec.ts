import { expect, test, type Locator, type Page } from "@playwright/test";
import { accessible, open, signInAs } from "../support/ledig";

// The board says in data-first and data-last which minutes of the day it draws.

test("free time is chosen with the mouse, in whole quarters, and booked", async ({ page }) => {
  const lane = await board(page);
  await drag(page, lane, "18:04", "19:25");
  await expect(lane.locator(".lane__drawn")).toHaveText("18.00–19.30");
  const form = page.locator("#tid");
  await expect(form.getByLabel("Sted")).toHaveValue(/\./);
  await expect(form.locator("option:checked")).toHaveText("Bekkestua barneskole: Gymsal");
  await expect(form.getByLabel("Fra kl.")).toHaveValue("18:00");
  await expect(form.getByLabel("Til kl.")).toHaveValue("19:30");
  await expect(form.getByRole("button", { name: "Bestill" })).toBeFocused();
  await accessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Gymsal");
  await expect(page.getByLabel("Dato", { exact: true })).toHaveValue("2026-09-03");
  await expect(page.getByLabel("Fra kl.")).toHaveValue("18:00");
  await expect(page.getByLabel("Til kl.")).toHaveValue("19:30");
});

test("time that is drawn backwards over the edge of what is free ends there, and can be closed", async ({ page }) => {
  const lane = await board(page);
  await drag(page, lane, "18:50", "15:00");
  await expect(lane.locator(".lane__drawn")).toHaveText("17.00–19.00");
  await page.locator("#tid").getByRole("button", { name: "Steng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stenging av Bekkestua barneskole");
  const form = page.locator("#steng");
  await expect(form.locator("option:checked")).toHaveText("Gymsal");
  await expect(form.getByLabel("Første dag")).toHaveValue("2026-09-03");
  await expect(form.getByLabel("Fra kl.")).toHaveValue("17:00");
  await expect(form.getByLabel("Til kl.")).toHaveValue("19:00");
});

test("Escape lets go of what is being drawn, and of what was drawn", async ({ page }) => {
  const lane = await board(page);
  const [x, y] = await at(lane, "18:00");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps: 4 });
  await expect(lane.locator(".lane__drawn")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(lane.locator(".lane__drawn")).toHaveCount(0);
  await page.mouse.up();
  await expect(page.locator("#tid")).not.toHaveAttribute("open");

  await drag(page, lane, "18:00", "19:00");
  await expect(page.locator("#tid")).toHaveAttribute("open");
  await page.keyboard.press("Escape");
  await expect(page.locator("#tid")).not.toHaveAttribute("open");
  await expect(lane.locator(".lane__drawn")).toHaveCount(0);
  await expect(page.locator("#board")).toBeFocused();
});

test("what is closed, and a press without moving, choose nothing", async ({ page }) => {
  const lane = await board(page);
  await drag(page, lane, "10:00", "12:00");
  const [x, y] = await at(lane, "18:00");
  await page.mouse.click(x, y);
  await expect(lane.locator(".lane__drawn")).toHaveCount(0);
  await expect(page.locator("#tid")).not.toHaveAttribute("open");
});

/** The board of a school in September; gives the lane of its gym, free from 17 to 21.45. */
async function board(page: Page) {
  await signInAs(page, "marit");
  await open(page, "/forvaltning/dag?dato=2026-09-03&tekst=Bekkestua barneskole");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Gymsal", exact: true }) });
  return row.locator(".lane");
}

/** Where a time of day is in a lane. */
async function at(lane: Locator, time: string): Promise<[number, number]> {
  await lane.scrollIntoViewIfNeeded();
  const box = await lane.boundingBox();
  const hours = await lane.page().locator("#board").evaluate((it) => [Number(it.dataset.first), Number(it.dataset.last)]);
  if (!box) throw new Error("The lane is not drawn");
  const [h, m] = time.split(":").map(Number);
  return [box.x + (box.width * (h * 60 + m - hours[0])) / (hours[1] - hours[0]), box.y + box.height / 2];
}

async function drag(page: Page, lane: Locator, from: string, to: string) {
  const [x, y] = await at(lane, from);
  const [end] = await at(lane, to);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(end, y, { steps: 6 });
  await page.mouse.up();
}
