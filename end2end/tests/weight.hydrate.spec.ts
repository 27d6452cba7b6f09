import { expect, test } from "@playwright/test";
import { open } from "../support/ledig";

// What a first visit may cost: JavaScript and WebAssembly as they travel, compressed.
const MOST = 200 * 1024;

test("a page with islands sends at most 200 kB of script, a page without sends none", async ({ page, request }) => {
  const home = await (await request.get("/")).text();
  const files = [...home.matchAll(/"(\/pkg\/[^"]+\.(?:js|wasm))"/g)].map((match) => match[1]);
  let sum = 0;
  for (const file of new Set(files)) {
    const answer = await request.get(file, { headers: { "accept-encoding": "br" } });
    expect(answer.headers()["content-encoding"], file).toBe("br");
    expect(answer.headers()["cache-control"], file).toContain("immutable");
    sum += Number(answer.headers()["content-length"]);
  }
  expect(sum).toBeLessThanOrEqual(MOST);

  const scripts: string[] = [];
  page.on("request", (sent) => /\.(js|wasm)$/.test(new URL(sent.url()).pathname) && scripts.push(sent.url()));
  await open(page, "/om/personvern");
  expect(await page.locator("leptos-island").count()).toBe(0);
  expect(scripts).toEqual([]);
});
