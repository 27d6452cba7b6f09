import { expect, test } from "@playwright/test";
import { accessible, open } from "../support/ledig";

test("the start page opens and is accessible", async ({ page }) => {
  const response = await open(page, "/");
  expect(response?.status()).toBe(200);
  await expect(page.locator("h1")).toBeVisible();
  await accessible(page);
});

test("an address that leads nowhere says so, with a way on", async ({ page }) => {
  const response = await open(page, "/finnes-ikke");
  expect(response?.status()).toBe(404);
  await page.locator('main a[href="/"]').click();
  await expect(page).toHaveURL("/");
});
