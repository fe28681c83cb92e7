/** `npm run pictures`: the pictures of the README, taken of the reports of the shipped races in a browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, writePage } from '../browser/browser.js';
import { ROOT } from './parts.js';

const PICTURES = join(ROOT, 'fixtures/pictures');
const PINE_CREEK = 'fixtures/races/pine-creek-100k';

interface Picture {
  name: string;
  argv: readonly string[];
  /** Pixels of the window; a phone's are small, and there are two of the screen's to each. */
  window: { width: number; height: number };
  /** What of the page; the window where it is not said. */
  of?: (page: Page) => Locator;
  isPaper?: true;
}

const DESK = { width: 800, height: 800 };
const PHONE = { width: 390, height: 760 };

const PICTURES_TAKEN: readonly Picture[] = [
  {
    name: 'elevation',
    argv: ['build', PINE_CREEK],
    window: DESK,
    of: (page) => page.locator('#chart-profile'),
  },
  { name: 'verdicts-on-a-phone', argv: ['analyze', `${PINE_CREEK}/splits.csv`], window: PHONE },
  {
    name: 'ahead-and-behind',
    argv: ['analyze', `${PINE_CREEK}/splits.csv`],
    window: DESK,
    of: (page) => page.locator('#chart-against-plan'),
  },
  {
    name: 'crew-station',
    argv: ['crew', PINE_CREEK],
    window: { width: 700, height: 900 },
    of: (page) => page.locator('.sheet .block').nth(1),
    isPaper: true,
  },
  {
    name: 'pace-band',
    argv: ['build', PINE_CREEK],
    window: DESK,
    of: (page) => page.locator('.strip').first(),
    isPaper: true,
  },
];

async function take(browser: Browser, { name, argv, window, of, isPaper }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: window, deviceScaleFactor: 2 });
  if (isPaper) await page.emulateMedia({ media: 'print' });
  await page.goto(await writePage(`picture-${name}`, argv));
  const path = join(PICTURES, `${name}.png`);
  await (of ? of(page).screenshot({ path }) : page.screenshot({ path }));
  await page.close();
}

mkdirSync(PICTURES, { recursive: true });
const browser = await launchBrowser();
for (const picture of PICTURES_TAKEN) await take(browser, picture);
await browser.close();
console.log(`${PICTURES_TAKEN.length} pictures in fixtures/pictures`);
