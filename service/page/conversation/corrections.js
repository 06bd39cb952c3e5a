/** What a person has put right about sources: remembered while the page is open, used wherever a source is written. */

/** @typedef {import("./source_list.js").Source} Source */
/** @typedef {{publisher: string, year: string, title: string, isLeftOut: boolean}} Correction */

/** What is said of each source, beside what its document says of itself; by the ids of documents. @type {Map<string, {found: Correction, said: Correction}>} */
const known = new Map();

/**
 * What is said of a source, to be put right in place.
 * @param {Source} source
 * @returns {Correction}
 */
export function saidOf({ document, publisher, year, title }) {
  const found = { publisher, year, title, isLeftOut: false };
  const entry = known.get(document) ?? { found, said: { ...found } };
  known.set(document, entry);
  return entry.said;
}

/** A source as it was put right. @param {Source} source @returns {Source} */
export function asCorrected(source) {
  const said = known.get(source.document)?.said;
  return said ? { ...source, publisher: said.publisher, year: said.year, title: said.title } : source;
}

/** Those that were put right, as the service takes them. */
export function correctionsMade() {
  return [...known]
    .filter(([, { found, said }]) => Object.entries(found).some(([name, value]) => said[/** @type {keyof Correction} */ (name)] !== value))
    .map(([document, { said: { publisher, year, title, isLeftOut } }]) => ({ document, publisher, year, title, left_out: isLeftOut }));
}
