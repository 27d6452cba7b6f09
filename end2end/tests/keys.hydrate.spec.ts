import { expect, test } from "@playwright/test";
import { hydrated, signInAs } from "../support/ledig";

test("a manager works through the inbox by keyboard alone", async ({ page }) => {
  await signInAs(page, "marit");
  await page.goto("/forvaltning");
  await hydrated(page);
  const links = page.locator("[data-row] [data-key-open]");
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();

  const foot = page.locator(".inbox__foot");
  await expect(foot).toHaveCSS("position", "static");
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(foot).toHaveCSS("position", "sticky");

  const opened = (await links.nth(0).getAttribute("href")) ?? "";
  await page.keyboard.press("?");
  await expect(page.getByRole("region", { name: "Hurtigtaster" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(opened);
});

test("r goes to refusing, from the list and on the case", async ({ page }) => {
  await signInAs(page, "marit");
  await page.goto("/forvaltning");
  await hydrated(page);
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/forvaltning\/saker\/[0-9a-f-]+#avslag$/);
  const reason = page.locator("#avslag").getByLabel("Grunn til avslag");
  await expect(reason).toBeFocused();

  await page.goto(page.url().split("#")[0] ?? "");
  await hydrated(page);
  await expect(reason).toBeHidden();
  await page.keyboard.press("r");
  await expect(reason).toBeFocused();
});

test("a approves what is plainly free, and never what another stands in front for", async ({ page }) => {
  await signInAs(page, "marit");
  await page.goto("/forvaltning");
  await page.getByRole("row").filter({ hasText: "Demo Bedriftsidrett AS" }).getByRole("link", { name: /Åpne sak/ }).click();
  await hydrated(page);
  const here = page.url();
  await expect(page.getByRole("link", { name: "Se på Haslum IL først" })).toHaveAttribute("data-variant", "primary");
  await expect(page.getByRole("button", { name: /^Godkjenn alle/ })).toHaveAttribute("data-variant", "secondary");
  await page.keyboard.press("a");
  await page.getByRole("link", { name: "Se på Haslum IL først" }).click();
  await expect(page).not.toHaveURL(here);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Haslum IL");
});
