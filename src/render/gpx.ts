/** The course and its stations as GPX 1.1, for a watch. */
import { type CourseTrackPoint, MAKER } from '../report/exports.js';
import type { Report } from '../report/report.js';
import type { Text } from '../report/value.js';
import type { ReportStyle } from './style.js';
import { readTogether, renderText } from './values.js';
import { renderXml } from './xml.js';

const NAMESPACE = 'http://www.topografix.com/GPX/1/1';
/** About ten centimetres. */
const DEGREE_DECIMALS = 6;
const HALF_TURN_DEG = 180;

/** @throws of a report without a track */
export function renderGpx({ command, track }: Report, style: ReportStyle): string {
  if (!track) throw new Error(`${command} has no track`);
  const { name, notes, points, waypoints } = track;
  // read one by one, as the watch shows them
  const described = (lines: readonly Text[]) =>
    lines.length === 0
      ? {}
      : { desc: lines.map((line) => renderText(line, readTogether(lines, style))).join('\n') };
  return renderXml({
    gpx: {
      '@version': '1.1',
      '@creator': MAKER,
      '@xmlns': NAMESPACE,
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:schemaLocation': `${NAMESPACE} ${NAMESPACE}/gpx.xsd`,
      metadata: { name: renderText(name, style), ...described(notes) },
      wpt: waypoints.map(({ name: called, details, ...point }) => ({
        ...pointXml(point),
        name: renderText(called, style),
        ...described(details),
      })),
      trk: { name: renderText(name, style), trkseg: { trkpt: points.map(pointXml) } },
    },
  });
}

/** The date line is written from its one side only. */
const eastOf = (lon: number): string => {
  const written = lon.toFixed(DEGREE_DECIMALS);
  return Number(written) === HALF_TURN_DEG ? `-${written}` : written;
};

const pointXml = ({ lat, lon, elevationM }: CourseTrackPoint) => ({
  '@lat': lat.toFixed(DEGREE_DECIMALS),
  '@lon': eastOf(lon),
  ...(elevationM === null ? {} : { ele: elevationM.toFixed(1) }),
});
