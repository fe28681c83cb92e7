/** A tree of elements as XML; names that begin with @ are attributes. */
import { XMLBuilder } from 'fast-xml-parser';

const BUILDER = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  suppressEmptyNode: true,
  format: true,
});

/** @param tree its one key is the outermost element */
export const renderXml = (tree: Readonly<Record<string, unknown>>): string =>
  String(BUILDER.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...tree }));
