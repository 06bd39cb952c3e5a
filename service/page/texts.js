/**
 * Every text of the interface, in bokmål. Another language is another table of the same keys.
 * `{name}` is filled in; a key with `.one` and `.other` is chosen by the number `n`.
 */

/** @type {Readonly<Record<string, string>>} */
const bokmaal = Object.freeze({
  "product.name": "Kildesvar",
  "product.tagline": "Svar med kilde fra dokumentene",
  "skip.toQuestion": "Gå til spørsmålsfeltet",
  "new.tab": "åpnes i ny fane",

  "conversation.title": "Spør dokumentene",
  "conversation.new": "Ny samtale",
  "ask.label": "Spør om noe i dokumentene",
  "ask.send": "Spør",
  "ask.hint": "Enter sender. Shift + Enter gir ny linje.",
  "ask.empty": "Skriv et spørsmål først.",
  "ask.noDocuments": "Velg minst ett dokument å spørre i.",

  "start.label": "Kom i gang",
  "start.heading": "Hva vil du vite?",
  "start.lead":
    "Svaret er tallet eller setningen slik det står i dokumentet, med side og linje. Står det ikke der, får du vite det.",
  "start.suggestions": "Prøv for eksempel",
  "start.generic.1": "Hvor mange årsverk hadde virksomheten?",
  "start.generic.2": "Hva var de samlede utgiftene?",
  "start.generic.3": "Hvilke frister er satt for rapportering?",
  "start.report": "Hvor mange årsverk hadde virksomheten i {year}?",
  "start.report.costs": "Hva var de samlede driftsutgiftene i {year}?",
  "start.letter": "Hvilke frister for rapportering gjelder i {year}?",
  "start.about": "Hva er målene i «{title}»?",

  "documents.label": "Dokumenter",
  "documents.heading": "Dokumenter",
  "documents.all": "alle {n}",
  "documents.some": "{n} av {total}",
  "documents.none": "ingen valgt",
  "documents.selectAll": "Velg alle",
  "documents.selectNone": "Velg ingen",
  "documents.legend": "Spør i disse dokumentene",
  "documents.empty": "Ingen dokumenter er lest inn ennå.",
  "documents.problem": "Listen over dokumenter kom ikke. Du kan spørre likevel.",
  "documents.private": "Alt skjer på denne maskinen. Ingenting sendes ut.",
  "documents.pages.one": "{n}\u00a0side",
  "documents.pages.other": "{n}\u00a0sider",

  "turn.waiting": "Leter i dokumentene …",
  "turn.resolved": "Forstått som: {question}",
  "turn.retry": "Prøv igjen",
  "turn.problem": "Det kom ikke noe svar",
  "announce.answer": "Svar: {answer}",
  "announce.notFound": "Ikke funnet i dokumentene.",

  "answer.heading": "Svar",
  "answer.stands": "Slik står det i dokumentet",
  "answer.confidence": "Sikkerhet: {level}",
  "confidence.high": "høy",
  "confidence.medium": "middels",
  "confidence.low": "lav",
  "confidence.low.advice": "Les kilden før du bruker svaret.",
  "answer.copy": "Kopier svar med kilde",
  "answer.copied": "Kopiert",
  "answer.copyFailed": "Kunne ikke kopiere",
  "copy.question": "Spørsmål: {question}",
  "copy.answer": "Svar: {answer}",
  "copy.source": "Kilde: {source}",

  "figure.amount": "= {amount}",
  "figure.approximate": "omtrentlig tall",
  "figure.others": "Andre tall om det samme",
  "figure.nearby.one": "{n} annet tall fra samme steder",
  "figure.nearby.other": "{n} andre tall fra samme steder",
  "scale.1000": "tusen",
  "scale.1000000": "millioner",
  "scale.1000000000": "milliarder",
  "measure.change": "endring",
  "measure.share": "andel",

  "notFound.heading": "Ikke funnet i dokumentene",
  "notFound.lead": "Dokumentene ser ikke ut til å ha svaret. Prøv å spørre med andre ord.",
  "notFound.restricted": "Det ble bare lett i dokumentene du hadde valgt.",
  "notFound.nearest": "Det nærmeste som finnes",

  "passages.heading": "Steder i dokumentene",
  "passages.more.one": "Vis {n} sted til",
  "passages.more.other": "Vis {n} steder til",

  "place.page": "side\u00a0{page}",
  "place.line": "linje\u00a0{first}",
  "place.lines": "linje\u00a0{first}–{last}",
  "place.open": "Vis i kilden",

  "comparison.heading": "Slik er det regnet ut",
  "comparison.difference": "Forskjell",
  "comparison.percent_change": "Endring i prosent",
  "comparison.share": "Andel",
  "comparison.maximum": "Størst",
  "comparison.minimum": "Minst",
  "comparison.series": "Utvikling",
  "overview.heading": "Oversikt",
  "overview.notFound": "ikke funnet",
  "overview.unclear": "usikkert",

  "table.label": "Tabell",
  "table.loading": "Henter tabellen …",
  "table.problem": "Tabellen kunne ikke hentes.",
  "table.row": "Rad",
  "table.whole.one": "Vis hele tabellen ({n} rad)",
  "table.whole.other": "Vis hele tabellen ({n} rader)",

  "source.label": "Kilde",
  "source.close": "Lukk kilden",
  "source.original": "Åpne originalen",
  "source.originalPage": "Åpne originalen på side {page}",
  "source.loading": "Henter teksten …",
  "source.page": "Side {page}",
  "source.before": "Vis tidligere linjer",
  "source.after": "Vis flere linjer",
  "source.text": "Teksten i dokumentet",
  "source.cited": "Sitert linje",

  "trace.heading": "Slik kom svaret til",
  "trace.terms": "Ord det ble søkt etter",
  "trace.legs": "Treff etter søkemåte",
  "trace.leg.lexical": "ordsøk",
  "trace.leg.dense": "meningssøk",
  "trace.took": "Tid",
  "trace.milliseconds": "{n} millisekunder",
  "trace.kind": "Spørsmålet ber om",
  "trace.unit": "Enhet",
  "trace.measure": "Mål",
  "trace.periods": "Perioder",
  "trace.operation": "Regnestykke",
  "trace.forms": "Andre former av ordene",
  "trace.unknown": "Ord som ikke finnes i dokumentene",
  "trace.confidence": "Hva sikkerheten bygger på",
  "trace.yes": "ja",
  "trace.no": "nei",

  "error.unreachable": "Tjenesten svarer ikke. Sjekk at den kjører, og prøv igjen.",
  "error.timeout": "Svaret lot vente på seg for lenge, og spørringen ble stoppet. Prøv igjen.",
  "error.unreadable": "Tjenesten svarte med noe siden ikke forstår (status {status}).",
});

const plurals = new Intl.PluralRules("nb");

/** The language of the interface, as the browser's number formatting knows it. */
export const locale = "nb-NO";

/**
 * The text of a key, filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  const chosen = key in bokmaal ? key : `${key}.${plurals.select(Number(values.n ?? 0))}`;
  const found = bokmaal[chosen];
  if (found === undefined) throw new Error(`texts.js has no «${key}»`);
  return found.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * The text of a key that may be missing, as for words that come from the documents' index.
 * @param {string} key
 * @param {string} otherwise
 * @returns {string}
 */
export function textOr(key, otherwise) {
  return bokmaal[key] ?? otherwise;
}
