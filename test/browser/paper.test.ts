import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN_PAGES } from '../html/pages.js';
import { artifact, launchBrowser, writePage } from './browser.js';
import { findFigureFaults } from './faults.js';

const FORMATS = ['A4', 'Letter'] as const;
const CM_PX = 96 / 2.54;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** By night, as the paper is white all the same. */
async function openToPrint(name: string): Promise<Page> {
  const address = await writePage(name, MAIN_PAGES.get(name)!);
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  return page;
}

const squeeze = (text: string) => text.replace(/\s/g, '');

/** The text of each sheet of paper, without spaces and its number, in the order of the page. */
async function printedOn(page: Page, name: string, format: string, isLandscape = false) {
  const path = artifact('print', `${name}-${format}.pdf`);
  await page.pdf({ path, format, landscape: isLandscape });
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
  const sheets = text.split('\f').slice(0, -1);
  return sheets.map((sheet) => squeeze(sheet.replace(/^\d+ \/ \d+/, '')));
}

/** The text of each element, without spaces, as printed. */
const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).evaluateAll((elements) => elements.map((e) => e.textContent ?? '')))
    .map(squeeze)
    .filter((text) => text !== '');

describe.each(FORMATS)('on %s', (format) => {
  it.each([...MAIN_PAGES.keys()])(
    '%s breaks no block, row or item over two sheets',
    async (name) => {
      const page = await openToPrint(name);
      const sheets = await printedOn(page, name, format);
      for (const selector of ['.block', '.judged > li', 'dl > div', 'li']) {
        for (const text of await textsOf(page, selector)) {
          expect(
            sheets.some((sheet) => sheet.includes(text)),
            `${selector} ${text}`,
          ).toBe(true);
        }
      }
      await page.close();
    },
  );

  it.each(['crew-pine-creek-100k', 'crew-vermont-100'])(
    'each page of %s begins a sheet',
    async (name) => {
      const page = await openToPrint(name);
      const sheets = await printedOn(page, name, format);
      const titles = await textsOf(page, '.sheet > h2');
      expect(titles.length).toBeGreaterThan(1);
      for (const title of titles) {
        expect(
          sheets.filter((sheet) => sheet.startsWith(title)),
          title,
        ).toHaveLength(1);
      }
      await page.close();
    },
  );

  it.each([
    ['build-pine-creek-100k', 1],
    ['build-vermont-100', 1],
    ['build-thirty-stations', 2],
  ])('the band of %s is 5 cm wide, in one piece and not too long', async (name, strips) => {
    const page = await openToPrint(name);
    const boxes = await page
      .locator('.strip')
      .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(strips);
    for (const { width, height } of boxes) {
      expect(width / CM_PX).toBeCloseTo(5, 1);
      expect(height / CM_PX).toBeLessThan(24);
    }
    const cut = await page
      .locator('.strip :is(th, td, caption)')
      .evaluateAll((all) =>
        all.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent),
      );
    expect(cut).toEqual([]);
    const sheets = await printedOn(page, name, format);
    const band = sheets.filter((sheet) => sheet.startsWith('Paceband'));
    expect(band).toHaveLength(1);
    for (const station of await textsOf(page, '.strip tbody .station')) {
      expect(band[0]).toContain(station);
    }
    await page.close();
  });
});

it.each([...MAIN_PAGES.keys()])('%s is dark on white, whatever the screen shows', async (name) => {
  const page = await openToPrint(name);
  // as wide as what a sheet of A4 holds
  await page.setViewportSize({ width: 695, height: 1000 });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(['rgb(20, 23, 26)', 'rgb(255, 255, 255)']);
  expect(await page.evaluate(findFigureFaults)).toEqual([]);
  await page.screenshot({
    path: artifact('screenshots', `${name}-print-light.png`),
    fullPage: true,
  });
  await page.close();
});

it('the head of a long table is on every small sheet that has rows of it', async () => {
  const page = await openToPrint('build-thirty-stations');
  const sheets = await printedOn(page, 'build-thirty-stations', 'A5', true);
  const [head = ''] = await textsOf(page, '#table-pace thead');
  const rows = await textsOf(page, '#table-pace tbody tr');
  const withRows = sheets.filter((sheet) => rows.some((row) => sheet.includes(row)));
  expect(withRows.length).toBeGreaterThan(1);
  expect(withRows.filter((sheet) => sheet.includes(head))).toEqual(withRows);
  for (const row of rows) expect(sheets.filter((sheet) => sheet.includes(row))).toHaveLength(1);
  await page.close();
});
