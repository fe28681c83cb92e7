/** XML as a stream of elements. Entities beyond XML's own five are errors, and nothing outside the file is read. */
import { SaxesParser } from 'saxes';

export interface XmlPosition {
  /** 1-based. */
  line: number;
  column: number;
}

export interface XmlElement {
  /** Without namespace prefix. */
  name: string;
  /** `null` for the root. */
  parent: string | null;
  attributes: Readonly<Record<string, string>>;
  /** Of the element's `<`. */
  position: XmlPosition;
}

export interface XmlReader {
  open: (element: XmlElement) => void;
  /** `text` is what stands between the last tag and this one, trimmed. */
  close: (element: XmlElement, text: string) => void;
}

export interface XmlFault {
  reason: string;
  position: XmlPosition;
}

/** Only `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` and numbers are read. */
const FOREIGN_ENTITY = 'an entity (&name;) other than those of XML itself is not read';

/** Blanks, and marks of the byte order: exporters leave them before `<?xml`, where XML allows none. */
const PREAMBLE = /^[\s\uFEFF]*/;

/**
 * Streams a document through `reader`. Blanks before it are passed over.
 * @returns the first violation of XML, or `null`; nothing after it has been read.
 */
export function readXml(document: string, reader: XmlReader): XmlFault | null {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({
    xmlns: false,
    position: true,
  });
  const open: XmlElement[] = [];
  /** The element last opened or closed. */
  let latest: XmlElement | null = null;
  let fault: XmlFault | null = null;
  let text = '';
  const preamble = PREAMBLE.exec(document)![0];
  const skippedLines = preamble.split('\n');
  const here = (back = 0): XmlPosition => ({
    line: parser.line + skippedLines.length - 1,
    column: Math.max(
      1,
      parser.column - back + (parser.line === 1 ? skippedLines.at(-1)!.length : 0),
    ),
  });
  let position: XmlPosition = { line: 1, column: 1 };

  parser.on('error', ({ message }) => {
    const isAboutTags = / tag/.test(message);
    const where =
      latest && isAboutTags ? ` after <${latest.name}> of line ${latest.position.line}` : '';
    const said = message.replace(/^\d+:\d+: |\.$/g, '');
    const reason = (said === 'undefined entity' ? FOREIGN_ENTITY : said) + where;
    fault ??= { reason, position: here() };
  });
  parser.on('opentagstart', ({ name }) => {
    position = here(name.length + 1);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (fault) return;
    const parent = open.at(-1)?.name ?? null;
    const element = { name: localName(name), parent, attributes, position };
    open.push(element);
    latest = element;
    text = '';
    reader.open(element);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (fault || !element) return;
    latest = element;
    reader.close(element, text.trim());
    text = '';
  });
  parser.write(document.slice(preamble.length)).close();
  return fault;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
