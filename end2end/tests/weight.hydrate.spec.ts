import { expect, test, type Page } from "@playwright/test";
import { open } from "../support/ledig";

// What a first visit may cost: JavaScript and WebAssembly as they travel, compressed.
const MOST = 200 * 1024;

/** The scripts that the page fetches, with what each weighs on the way. */
async function scripts(page: Page, path: string) {
  const weights = new Map<string, number>();
  const answers: Promise<void>[] = [];
  page.on("response", (answer) => {
    const file = new URL(answer.url()).pathname;
    if (!/\.(js|wasm)$/.test(file)) return;
    expect.soft(answer.headers()["content-encoding"], file).toBe("br");
    expect.soft(answer.headers()["cache-control"], file).toContain("immutable");
    answers.push(
      answer
        .request()
        .sizes()
        .then((sizes) => void weights.set(file, sizes.responseBodySize)),
    );
  });
  await open(page, path);
  await Promise.all(answers);
  return weights;
}

test("a page with an island fetches at most 200 kB of script", async ({ page }) => {
  const weights = await scripts(page, "/anlegg/haslumhallen?visning=kalender");
  expect(await page.locator("leptos-island").count()).toBeGreaterThan(0);
  expect([...weights.keys()].filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(MOST);
});

test("a page without an island fetches no script", async ({ page }) => {
  for (const path of ["/", "/anlegg", "/om/personvern"]) {
    const weights = await scripts(page, path);
    expect(await page.locator("leptos-island").count(), path).toBe(0);
    expect([...weights.keys()], path).toEqual([]);
  }
});
