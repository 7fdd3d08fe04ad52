// Opens the report from disk, as a reader would, in light, dark, phone and print.
// REPORT: the page; CHROMIUM: the browser; SCREENSHOTS: a directory that gets one picture a view.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const address = pathToFileURL(process.env.REPORT).href;
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const VIEWS = {
  light: { viewport: DESK, colorScheme: "light" },
  dark: { viewport: DESK, colorScheme: "dark" },
  "phone-light": { viewport: PHONE, colorScheme: "light", deviceScaleFactor: 2, isMobile: true },
  "phone-dark": { viewport: PHONE, colorScheme: "dark", deviceScaleFactor: 2, isMobile: true },
};

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

async function open(view, { bypassCSP = false, ...more } = {}) {
  const context = await browser.newContext({ ...view, bypassCSP, ...more });
  const page = await context.newPage();
  const said = [];
  const asked = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, said, asked };
}

function kept(page) {
  return page.locator(".finding:not([data-hidden])").count();
}

test("it loads nothing but itself and complains of nothing", async () => {
  const { page, said, asked } = await open(VIEWS.light);
  assert.deepEqual(asked, [address]);
  assert.deepEqual(said, []);
  assert.ok((await page.locator(".finding").count()) > 0);
});

for (const [name, view] of Object.entries(VIEWS)) {
  test(`axe-core finds nothing to complain of: ${name}`, async () => {
    const { page } = await open(view, { bypassCSP: true });
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`), []);
    if (process.env.SCREENSHOTS) {
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), fullPage: true });
    }
  });

  test(`nothing is cut off or needs scrolling sideways: ${name}`, async () => {
    const { page } = await open(view);
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= room, `${wide} > ${room}`);
  });
}

test("words narrow the findings, and the count says so", async () => {
  const { page } = await open(VIEWS.light);
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByRole("searchbox", { name: "Words" }).fill("punjir");
  assert.equal(await kept(page), 1);
  assert.match(await page.getByRole("status").textContent(), /^1 of \d+ findings shown$/);
  assert.equal(await page.locator(".concept:not([data-hidden])").count(), 1);
});

test("levels, rules and known findings are chosen by form", async () => {
  const { page } = await open(VIEWS.light);
  const all = await page.locator(".finding").count();
  const fresh = await kept(page);
  assert.equal(fresh, all - 1, "the known finding waits behind its box");
  await page.getByLabel("known findings too").check();
  assert.equal(await kept(page), all);
  await page.getByLabel("warning", { exact: true }).uncheck();
  assert.equal(await page.locator('.finding[data-level="warning"]:not([data-hidden])').count(), 0);
  await page.getByLabel("Rule").selectOption("inconsistent-name");
  assert.equal(await kept(page), 1);
});

test("a draft's link opens and reaches its finding", async () => {
  const { page } = await open(VIEWS.light);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
  await page.locator(".spellings a").first().click();
  const target = page.locator(new URL(page.url()).hash);
  await target.waitFor({ state: "visible" });
  assert.ok(await target.isVisible());
});

test("the keyboard reaches the filter and the findings", async () => {
  const { page } = await open(VIEWS.light);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.name), "words");
});

test("without scripts everything is shown and no dead form", async () => {
  const { page } = await open(VIEWS.light, { javaScriptEnabled: false });
  assert.ok(!(await page.locator("form").isVisible()));
  assert.equal(await kept(page), await page.locator(".finding").count());
});

test("print opens every list, hides the form and leaves black on white", async () => {
  const { page } = await open(VIEWS.dark);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await page.locator("form").isVisible()));
  assert.equal(await page.locator("details:not([open])").count(), 0);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(0, 0, 0)");
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: join(process.env.SCREENSHOTS, "print.png"), fullPage: true });
  }
});
