import { expect, it } from 'vitest';
import { pineCreek, readText } from './support.js';

it.each([
  ['German', 'Verpflegung;Ankunft;Abgang;Notizen'],
  ['French', 'Ravitaillement;Arrivée;Heure de départ;Remarques'],
  ['Spanish', 'Avituallamiento;Llegada;Salida;Notas'],
  ['Italian', 'Ristoro;Arrivo;Partenza;Osservazioni'],
  ['Dutch', 'Post;Aankomst;Vertrek;Opmerkingen'],
])('a log may have its columns in %s', (_, header) => {
  const { value, diagnostics } = readText(
    `${header}\nWellsboro Junction;7:52;7:55;leicht\nAsaph;8:46;8:50;`,
    pineCreek,
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['CSV_READ_AS']);
  expect(value?.visits).toMatchObject([
    { place: 1, arriveS: 3120, departS: 3300, notes: 'leicht' },
    { place: 2, arriveS: 6360, departS: 6600, notes: null },
  ]);
});

it.each(['5pm', '5:00 p.m.', 'Sat 17:00', '17:00', '17h00', 'samedi 17:00'])(
  'a time of day is written as people say it: %s',
  (written) => {
    const { value } = readText(`station,arrive\nAsaph,8:46\nFinish,${written}`, pineCreek);
    expect(value?.finishS).toBe(10 * 3600);
  },
);
