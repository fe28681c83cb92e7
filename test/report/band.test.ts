import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

/** The rows of the band on the page of a plan, each its texts by column. */
async function bandOf(plan: string) {
  const { stdout } = await raceplan('build', plan, '--format', 'html');
  const strips = stdout.match(/<table class="strip">.*?<\/table>/gs) ?? [];
  const rows = strips.flatMap((strip) => /<tbody>(.*)<\/tbody>/s.exec(strip)![1]!.split('</tr>'));
  return rows
    .filter(Boolean)
    .map((row) =>
      Object.fromEntries(
        [...row.matchAll(/class="(\w+)">([^<]*)</g)].map(([, id, text]) => [id, text]),
      ),
    );
}

describe('the pace band', () => {
  it('says of each station what the pace chart says', async () => {
    const band = await bandOf('fixtures/races/pine-creek-100k');
    const { stdout } = await raceplan('build', 'fixtures/races/pine-creek-100k');
    expect(band).toHaveLength(10);
    for (const { station, arrive, at } of band) {
      expect(stdout).toMatch(new RegExp(`^  ${station} .* ${at} .* ${arrive}`, 'm'));
    }
    expect(band[6]).toEqual({
      station: 'Blackwell',
      arrive: '2:38 PM',
      at: '41.7',
      stop: '4:00',
      marks: 'CB',
    });
  });

  it('says when places close that close before the finish', async () => {
    const band = await bandOf('fixtures/races/vermont-100');
    expect(band.find(({ station }) => station === 'Margaritaville')).toMatchObject({
      cutoff: 'Sat 9:00 PM',
    });
  });

  it('is two strips, to be folded, where there are many stations', async () => {
    const { stdout } = await raceplan('build', 'fixtures/html/thirty-stations', '--format', 'html');
    expect(stdout.match(/<table class="strip">/g)).toHaveLength(2);
    expect(await bandOf('fixtures/html/thirty-stations')).toHaveLength(30);
  });

  it('is left out in a backyard, where the bell tells the time', async () => {
    expect(await bandOf('fixtures/races/backyard')).toEqual([]);
  });
});
