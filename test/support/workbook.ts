/** Workbooks as Excel writes them, made by hand: their cells, and the formats of their numbers. */
import { strToU8, zipSync } from 'fflate';

/** A text, a number without a format, or a number with one. */
export type Cell = string | number | null | { value: number; format: string };

export interface MadeSheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  isHidden?: boolean;
}

/** A time of so many seconds, as a sheet holds it. */
export const timeCell = (seconds: number, format = 'h:mm:ss'): Cell => ({
  value: seconds / 86_400,
  format,
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') +
  String.fromCharCode(65 + (index % 26));

/** @returns the bytes of an .xlsx file */
export function makeWorkbook(sheets: readonly MadeSheet[], is1904 = false): Uint8Array {
  const strings: string[] = [];
  const formats: string[] = [];
  const indexIn = (list: string[], item: string) => {
    if (!list.includes(item)) list.push(item);
    return list.indexOf(item);
  };
  const cellXml = (cell: Cell, row: number, column: number): string => {
    const r = `r="${columnName(column)}${row + 1}"`;
    if (cell === null || cell === '') return '';
    if (typeof cell === 'string') return `<c ${r} t="s"><v>${indexIn(strings, cell)}</v></c>`;
    if (typeof cell === 'number') return `<c ${r}><v>${cell}</v></c>`;
    return `<c ${r} s="${indexIn(formats, cell.format) + 1}"><v>${cell.value}</v></c>`;
  };
  const sheetXml = ({ rows }: MadeSheet): string => {
    const inside = rows.map(
      (cells, i) =>
        `<row r="${i + 1}">${cells.map((cell, j) => cellXml(cell, i, j)).join('')}</row>`,
    );
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inside.join('')}</sheetData></worksheet>`;
  };
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns:r="x"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, isHidden }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  });
  parts['xl/sharedStrings.xml'] =
    `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  const numFmts = formats.map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`,
  );
  const xfs = formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`);
  parts['xl/styles.xml'] =
    `<styleSheet><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}
