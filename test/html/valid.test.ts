import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { MAIN_PAGES, OTHER_PAGES } from './pages.js';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // written by hast-util-to-html as HTML has it, not by hand
    'doctype-style': 'off',
    'void-style': 'off',
    // the page is one line; nobody reads it
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
  },
});

/** All there is of a page but its style may take. */
const BYTES_MAX = 60_000;

describe('the page of', () => {
  it.each([...MAIN_PAGES, ...OTHER_PAGES])('%s is valid', async (name, argv) => {
    const { stdout, stderr } = await raceplan(...argv, '--format', 'html');
    expect(stdout, stderr).toMatch(/^<!doctype html>/);
    const { results } = await validator.validateString(stdout);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
    if (MAIN_PAGES.has(name)) {
      expect(stdout.replace(/<svg.*?<\/svg>/gs, '').length).toBeLessThan(BYTES_MAX);
    }
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });
});
