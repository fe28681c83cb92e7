/** Excel workbooks (.xlsx): the cells of their sheets as text, numbers as their format says (ECMA-376, part 1). */
// its build for Node begins workers, and cannot be bundled
import { strFromU8, unzipSync } from 'fflate/browser';
import { SaxesParser } from 'saxes';
import { type Epoch, type NumberFormat, numberFormat, writeNumber } from './number-format.js';
import type { Sheet, SpanOf, TableRow } from './row.js';

/** No workbook of results unpacks to more. */
const MOST_BYTES = 200 << 20;
/** A sheet has no more columns. */
const MOST_COLUMNS = 16_384;

const PARTS =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i;

/**
 * Reads the sheets of a workbook, the hidden ones last; what is no sheet of cells is left out.
 * @returns a reason when it cannot be read
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] | { reason: string } {
  const parts = unpack(bytes);
  if (!(parts instanceof Map)) return parts;
  const files = new Map<string, string>();
  const sheets: { name: string; id: string; isHidden: boolean }[] = [];
  let epoch: Epoch = '1900';
  try {
    readElements(parts.get('xl/_rels/workbook.xml.rels'), (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship')
        files.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    });
    readElements(parts.get('xl/workbook.xml'), (name, attributes) => {
      if (name === 'workbookPr' && isTrue(attributes.date1904)) epoch = '1904';
      if (name !== 'sheet') return;
      const { name: title = '', 'r:id': id = '', state = 'visible' } = attributes;
      sheets.push({ name: title, id, isHidden: state !== 'visible' });
    });
    const strings = readStrings(parts.get('xl/sharedstrings.xml'));
    const formats = readFormats(parts.get('xl/styles.xml'));
    return sheets
      .sort((a, b) => Number(a.isHidden) - Number(b.isHidden))
      .flatMap(({ name, id }) => {
        const part = parts.get((files.get(id) ?? '').toLowerCase());
        if (part === undefined) return [];
        return [{ name, header: null, rows: readRows(part, { strings, formats, epoch }) }];
      });
  } catch (cause) {
    if (cause instanceof SyntaxError) return { reason: 'a part of the workbook is no XML' };
    throw cause;
  }
}

const isTrue = (written: string | undefined): boolean => written === '1' || written === 'true';

/** The parts that tell of cells, by their names in lower case. */
function unpack(bytes: Uint8Array): Map<string, string> | { reason: string } {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        total += originalSize;
        return total <= MOST_BYTES;
      },
    });
    if (total > MOST_BYTES) return { reason: 'unpacked it is too large' };
    return new Map(
      Object.entries(parts).map(([name, part]) => [name.toLowerCase(), strFromU8(part)]),
    );
  } catch {
    return { reason: 'the workbook is damaged' };
  }
}

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Each element as it opens, by its name without prefix; and as it closes, with the text in it.
 * @throws SyntaxError when it is no XML
 */
function readElements(
  xml: string | undefined,
  open: (name: string, attributes: Attributes) => void,
  close: (name: string, text: string) => void = () => {},
): void {
  if (xml === undefined) return;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let text = '';
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (cause) => {
    throw new SyntaxError(cause.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    open(local(name), attributes);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    close(local(name), text);
    text = '';
  });
  parser.write(xml).close();
}

/** Shared strings, each of one piece or several; how they are pronounced is none of them. */
function readStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let isSpoken = false;
  readElements(
    xml,
    (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isSpoken = true;
    },
    (name, text) => {
      if (name === 't' && !isSpoken) strings[strings.length - 1] += text;
      if (name === 'rPh') isSpoken = false;
    },
  );
  return strings;
}

/** The number format of each style of a cell. */
function readFormats(xml: string | undefined): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isOfCells = false;
  readElements(
    xml,
    (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isOfCells = true;
      const id = Number(numFmtId ?? 0);
      if (name === 'xf' && isOfCells) formats.push(numberFormat(id, codes.get(id)));
    },
    (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  );
  return formats;
}

interface Book {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  epoch: Epoch;
}

/** By row and column of the sheet, as Excel counts them. */
const spanOf: SpanOf = ({ line }, index) => ({ line, column: index + 1, length: 1 });

/** The rows with any content, under their numbers in the sheet. */
function readRows(xml: string, book: Book): TableRow[] {
  const rows: TableRow[] = [];
  let [line, cells, at] = [0, [] as string[], -1];
  let cell: Attributes = {};
  let isSpoken = false;
  let value = '';
  readElements(
    xml,
    (name, attributes) => {
      if (name === 'row') [line, cells, at] = [Number(attributes.r ?? line + 1), [], -1];
      if (name === 'rPh') isSpoken = true;
      if (name !== 'c') return;
      [cell, value] = [attributes, ''];
      at = attributes.r === undefined ? at + 1 : columnOf(attributes.r);
    },
    (name, text) => {
      if (name === 'v' || (name === 't' && !isSpoken)) value += text;
      if (name === 'rPh') isSpoken = false;
      if (name === 'c' && at < MOST_COLUMNS) {
        while (cells.length < at) cells.push('');
        cells[at] = writeCell(cell, value, book).trim();
      }
      if (name === 'row' && cells.some(Boolean)) {
        const raw = cells.join('\t').replaceAll('\n', ' ');
        rows.push({ line, cells, raw, spanOf });
      }
    },
  );
  return rows;
}

/** `C5` is in column 2. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? 'A';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function writeCell({ t = 'n', s = '0' }: Attributes, value: string, book: Book): string {
  if (value === '') return '';
  if (t === 's') return book.strings[Number(value)] ?? '';
  if (t === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (t === 'd') return value.replace('T', ' ');
  const number = Number(value);
  const format = book.formats[Number(s)];
  return t !== 'n' || Number.isNaN(number) || !format
    ? value
    : writeNumber(number, format, book.epoch);
}
