import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/domain/course.js';
import { computeCrewSheet } from '../../src/engine/crew/crew-sheet.js';
import { timesOf } from '../../src/engine/crew/trips.js';
import { crewReport } from '../../src/report/crew/crew.js';
import { type AnyCrewRace, anyCrewRace } from './any-crew.js';

const sheetOf = ({ plan, course, pace, sun }: AnyCrewRace, after = -1) =>
  computeCrewSheet({ plan, course, legs: pace.legs, sun, after });

const always = (law: (race: AnyCrewRace) => void) =>
  fc.assert(fc.property(anyCrewRace, law), { seed: 11, numRuns: 150 });

describe('on any crew sheet', () => {
  it('cars stand there in time to walk in for the earliest runner, and nobody worries sooner', () => {
    always((race) => {
      for (const { point } of sheetOf(race).visits) {
        const walkS = point.at.access?.walkS ?? 0;
        expect(point.beThereS).toBeLessThanOrEqual(point.window.earlyS - walkS);
        expect(point.worryS ?? point.window.lateS).toBeGreaterThanOrEqual(point.window.earlyS);
        expect(point.window.earlyS).toBeLessThanOrEqual(point.arriveS + 1e-6);
        expect(point.window.lateS).toBeGreaterThanOrEqual(point.arriveS - 1e-6);
      }
    });
  });

  it('nobody is at two places at once, and nobody drives while running', () => {
    always((race) => {
      for (const { stays, pacing } of sheetOf(race).people) {
        stays.slice(1).forEach((stay, i) => {
          const before = stays[i]!;
          expect(stay.point.place).toBeGreaterThan(before.point.place);
          if (stay.as === 'ends') {
            expect(before.as).toBe('joins');
            expect(pacing).toMatchObject({ from: before.point, to: stay.point });
            return;
          }
          expect(stay.trip?.from.place).toBe(before.point.place);
          expect(timesOf(stay.trip!, 'planned').thereS).toBeLessThanOrEqual(stay.point.arriveS);
        });
      }
    });
  });

  it('is every place open to crew, once, in order; none that is closed', () => {
    always((race) => {
      const { visits, people } = sheetOf(race);
      const open = placesOf(race.course).flatMap((at, i) => (at.crew && i > 0 ? [i] : []));
      const shown = visits.map(({ point }) => point.place);
      expect(shown.filter((place) => place > 0)).toEqual(open);
      for (const { stays } of people) {
        expect(stays.map(({ point }) => point.at.name)).not.toContain('Gorge');
      }
    });
  });

  it('whoever is sent somewhere is there, or told why not', () => {
    always((race) => {
      const names = placesOf(race.course).map(({ name }) => name);
      for (const { person, stays, missed, elsewhere, pacing } of sheetOf(race).people) {
        for (const name of person.at.filter((written) => names.includes(written))) {
          const places = names.flatMap((n, i) => (n === name ? [i] : []));
          const told = [...stays, ...missed].map(({ point }) => point.place);
          for (const place of places) {
            const isRunning =
              pacing !== null && place > pacing.from.place && place <= pacing.to.place;
            expect(told.includes(place) || isRunning).toBe(true);
          }
          expect(elsewhere).not.toContain(name);
        }
      }
    });
  });

  it('who could go instead has no other place to be', () => {
    always((race) => {
      const { people } = sheetOf(race);
      for (const { point, substitutes } of people.flatMap(({ missed, tight }) => [
        ...missed,
        ...tight,
      ])) {
        for (const substitute of substitutes) {
          const { stays } = people.find(({ person }) => person === substitute)!;
          expect(stays.map((stay) => stay.point.place)).not.toContain(point.place);
        }
      }
    });
  });

  it("has all of them on the chief's page, and a page for everyone", () => {
    always((race) => {
      const { plan, course } = race;
      const sheet = sheetOf(race);
      const { sections, pages = [] } = crewReport({
        plan,
        course,
        sheet,
        replan: null,
        only: null,
      });
      const where = sections.find((s) => s.kind === 'table' && s.id === 'where');
      expect(where).toMatchObject({ rows: { length: sheet.visits.length } });
      const titles = pages.map(({ title }) => JSON.stringify(title));
      for (const { person } of sheet.people) {
        expect(titles.filter((title) => title.includes(`"${person.name}"`))).toHaveLength(1);
      }
    });
  });

  it('from a place on is the same as all of it without what is passed', () => {
    always((race) => {
      const after = Math.floor(race.course.legs.length / 2);
      const whole = sheetOf(race);
      const ahead = sheetOf(race, after);
      expect(ahead.visits).toEqual(whole.visits.filter(({ point }) => point.place > after));
      expect(ahead.dropBags).toEqual(whole.dropBags.filter(({ point }) => point.place > after));
    });
  });
});
