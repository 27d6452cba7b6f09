import { expect, test, type Page } from "@playwright/test";
import { accessible, open } from "../support/ledig";

const SPACE = "/anlegg/haslumhallen/idrettshall-del-c";

/** Words that only bokmål uses, on the pages below. */
const BOKMAL = /\b(Hva|Hvor|Hvem|Når skal|uka er|Ukedager|ledige steder|ikke|noen|Fra kl)\b/;
const NORWEGIAN = /\b(Hva|Kva|Hvor|Kvar|ledig|Ledig tid|Bestill|Søk|Anlegg|Dato|Logg inn|Ukedager|ikke|ikkje|stengt|opptatt)\b/;

for (const language of [
  {
    tag: "nn",
    name: "Nynorsk",
    heading: "Finn ledig tid i Bærum",
    search: ["Kva vil du gjere?", "Kvar?"],
    booking: ["Kor ofte", "Frå kl.", "Kva skal de gjere?", "Kor mange personar"],
    left: BOKMAL,
  },
  {
    tag: "en",
    name: "English",
    heading: "Find a free time in Bærum",
    search: ["What do you want to do?", "Where?"],
    booking: ["How often", "From", "What will you do?", "How many persons"],
    left: NORWEGIAN,
  },
]) {
  test(`the start page and the booking page are whole in ${language.name}`, async ({ page }) => {
    await open(page, "/");
    await expect(page.locator("html")).toHaveAttribute("lang", "nb");
    await page.locator("summary", { hasText: "Språk" }).click();
    await page.getByRole("button", { name: language.name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language.tag);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(language.heading);
    for (const label of language.search) await expect(page.getByLabel(label)).toBeVisible();
    expect(await leftOver(page, language.left)).toEqual([]);
    await accessible(page);

    await open(page, SPACE);
    const href = await page.locator('main a[href^="/bestill/"]').first().getAttribute("href");
    await open(page, href ?? "");
    await expect(page.locator("html")).toHaveAttribute("lang", language.tag);
    for (const label of language.booking) await expect(page.getByText(label, { exact: true }).first()).toBeVisible();
    expect(await leftOver(page, language.left)).toEqual([]);
    await accessible(page);
  });
}

/** Lines of the page that hold a word of another language; names and what people wrote are left out. */
async function leftOver(page: Page, words: RegExp) {
  const text = await page.locator("body").innerText();
  const own = /Ledig$|Bærum kommune|Fast treningstid|Enkelttimer|skole|hall|Bokmål|Nynorsk/;
  return text.split("\n").filter((line) => words.test(line) && !own.test(line));
}
