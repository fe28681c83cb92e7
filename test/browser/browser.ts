/** The browser the pages are looked at with, and the pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { raceplan } from '../support/cli.js';

const ARTIFACTS = resolve(import.meta.dirname, '../../artifacts');

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The path of a file that is kept to be looked at, such as `screenshots/build-vermont-100-phone-light.png`. */
export function artifact(folder: string, name: string): string {
  mkdirSync(join(ARTIFACTS, folder), { recursive: true });
  return join(ARTIFACTS, folder, name);
}

const written = new Map<string, string>();

/** Writes the page of a command, once. @returns its address */
export async function writePage(name: string, argv: readonly string[]): Promise<string> {
  const known = written.get(name);
  if (known !== undefined) return known;
  const { stdout, stderr } = await raceplan(...argv, '--format', 'html');
  if (!stdout.startsWith('<!doctype html>')) throw new Error(stderr);
  const path = artifact('pages', `${name}.html`);
  writeFileSync(path, stdout);
  const address = pathToFileURL(path).href;
  written.set(name, address);
  return address;
}
