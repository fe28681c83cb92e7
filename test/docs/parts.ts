/** The parts of the README that are made from what the program knows: `<!-- generated: name -->`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommandRow, Phase } from '../../src/cli/command.js';
import { COMMANDS, PHASES } from '../../src/cli/commands.js';
import { optionsOf } from '../../src/cli/options.js';
import { raceplan } from '../support/cli.js';

export const ROOT = resolve(import.meta.dirname, '../..');

/** What stands in the README of a part that can be made anywhere. */
export const PARTS: Readonly<Record<string, () => Promise<string>>> = {
  commands: async () => (Object.keys(PHASES) as Phase[]).map(commandsOf).join('\n\n'),
  options: async () => COMMANDS.map(optionsTold).join('\n\n'),
  goals: async () => (await tables('goals'))[0]!,
  measures: async () => (await tables('goals'))[1]!,
  formats: async () => (await tables('formats'))[0]!,
  exit: async () => (await tables('exit'))[0]!,
  plan: () => folded('plan', 'Every word of a plan'),
  logs: () => folded('logs', 'Every column of a log, and of the other tables'),
  errors: () => folded('errors', 'Every problem, what it means and how to mend it'),
  workflow: async () => {
    const workflow = 'fixtures/ci/coach/.github/workflows/races.yml';
    return `\`\`\`yaml\n${readFileSync(join(ROOT, workflow), 'utf8')}\`\`\``;
  },
};

const MARKED = /(<!-- generated: (\w+) -->\n)([\s\S]*?)(<!-- \/generated -->)/g;

/** The parts that a text has, as they stand in it. */
export const partsIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(MARKED)].map(([, , name, part]) => [name!, part!.trim()]));

/** The text with these parts in place of those that stand there; others stay. */
export const withParts = (text: string, parts: ReadonlyMap<string, string>): string =>
  text.replace(MARKED, (_, open: string, name: string, part: string, close: string) => {
    const made = parts.get(name);
    return open + (made === undefined ? part : `\n${made}\n\n`) + close;
  });

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const usageOf = ({ name, arguments: listed }: CommandRow): string =>
  ['raceplan', name, ...listed.map(({ usage }) => usage)].join(' ');

const commandsOf = (phase: Phase): string =>
  table(
    [PHASES[phase], ''],
    COMMANDS.filter((row) => row.phase === phase).map((row) => [
      code(usageOf(row)),
      cell(row.summary),
    ]),
  );

/** Options and examples of one command, folded. */
const optionsTold = (row: CommandRow): string =>
  [
    `<details><summary><code>${usageOf(row).replaceAll('<', '&lt;')}</code></summary>`,
    '',
    ...row.arguments.map(({ usage, summary }) => `${code(usage)}: ${cell(summary)}.\n`),
    table(
      ['Option', ''],
      optionsOf(row).map(({ flags, summary }) => [code(flags), cell(summary)]),
    ),
    '',
    '```text',
    ...row.examples.flatMap(({ command, says }) => [`# ${says}`, command]),
    '```',
    '',
    '</details>',
  ].join('\n');

const markdownOf = async (topic: string): Promise<string> =>
  (await raceplan('help', topic, '--format', 'markdown')).stdout;

const tables = async (topic: string): Promise<string[]> =>
  (await markdownOf(topic)).match(/(?:^\|.*\|\n)+/gm)!.map((found) => found.trim());

/** A topic without its title, its headings bold, behind a line to open it. */
async function folded(topic: string, summary: string): Promise<string> {
  const [, body = ''] = /^# .*\n\n([\s\S]*)$/.exec(await markdownOf(topic)) ?? [];
  const plain = body.trim().replace(/^## (.*)$/gm, '**$1**');
  const told = plain.replace(/\\`([^`\\|]+)\\`/g, '`$1`');
  return `<details><summary>${summary}</summary>\n\n${told}\n\n</details>`;
}
