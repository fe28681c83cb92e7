import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN_PAGES } from '../html/pages.js';
import { artifact, launchBrowser, writePage } from './browser.js';
import { findFigureFaults, findOverflow } from './faults.js';

const SIZES = {
  phone: { width: 360, height: 740 },
  'large-phone': { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;
const SCHEMES = ['light', 'dark'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Everything the page said or asked for. */
function listen(page: Page, address: string): string[] {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== address) heard.push(`request: ${request.url()}`);
  });
  return heard;
}

async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

const VIEWS = Object.keys(SIZES).flatMap((size) =>
  SCHEMES.map((scheme) => [size as keyof typeof SIZES, scheme] as const),
);

describe.each([...MAIN_PAGES])('the page of %s', (name, argv) => {
  it.each(VIEWS)('can be read on a %s, %s', async (size, scheme) => {
    const address = await writePage(name, argv);
    const page = await browser.newPage({ viewport: SIZES[size], colorScheme: scheme });
    const heard = listen(page, address);
    await page.goto(address);
    const path = artifact('screenshots', `${name}-${size}-${scheme}.png`);
    await page.screenshot({ path, fullPage: true });
    expect(await page.evaluate(findOverflow)).toEqual([]);
    expect(await page.evaluate(findFigureFaults)).toEqual([]);
    const figures = await page.locator('figure').count();
    expect(await page.locator('figure svg:visible').count()).toBe(figures);
    expect(await findBarriers(page)).toEqual([]);
    expect(heard).toEqual([]);
    await page.close();
  });
});

describe('what is looked for', () => {
  const faultsOf = async (html: string, find: () => string[]) => {
    const page = await browser.newPage({ viewport: SIZES.phone });
    await page.setContent(`<body style="margin:0">${html}`);
    const faults = await page.evaluate(find);
    await page.close();
    return faults.join('; ');
  };
  const svgOf = (labels: string) =>
    `<div><svg width="300" height="100" font-size="12">${labels}</svg></div>`;

  it.each([
    ['<p style="width:400px">wide', 'the page is 400 px wide'],
    ['<div style="overflow:hidden;width:90px"><b style="display:block;width:99px">x', 'is cut'],
    ['<p style="margin-left:-9px">left', 'leaves the screen'],
  ])('finds what overflows: %s', async (html, fault) => {
    expect(await faultsOf(html, findOverflow)).toContain(fault);
  });

  it.each([
    [svgOf('<text x="10" y="20">one</text><text x="20" y="22">two</text>'), '"one" lies on "two"'],
    [svgOf('<text x="290" y="20">edge</text>'), '"edge" is cut'],
    [svgOf('<text x="9" y="20" font-size="8">small</text>'), '"small" is 8.0 px tall'],
    ['<div><svg width="2" height="2"></svg></div>', 'a figure of 2 × 2'],
  ])('finds labels nobody can read: %s', async (html, fault) => {
    expect(await faultsOf(html, findFigureFaults)).toContain(fault);
  });

  it('finds nothing where all is well', async () => {
    const fine = svgOf('<text x="10" y="20">one</text><text x="80" y="20">two</text>');
    expect(await faultsOf(fine, findFigureFaults)).toBe('');
    expect(await faultsOf('<p>fine', findOverflow)).toBe('');
  });
});
