/** XML held against a schema of `fixtures/schemas`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const SCHEMAS = join(import.meta.dirname, '../../fixtures/schemas');

/** What is wrong with it, a line each; nothing of a valid document. */
export async function faultsOf(
  xml: string,
  schema: 'gpx-1.1.xsd' | 'junit.xsd',
): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'output.xml', contents: xml }],
    schema: [readFileSync(join(SCHEMAS, schema), 'utf8')],
  });
  return valid ? [] : errors.map(({ message }) => message);
}
