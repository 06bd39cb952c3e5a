/** What parts of an answer ask of the conversation they stand in. The events rise through the page. */

/** @param {Element} from @param {string} question  asked next in the conversation */
export function askNext(from, question) {
  from.dispatchEvent(new CustomEvent("ask-next", { bubbles: true, detail: question }));
}

/** @param {Element} from @param {string} verdict  what a person thinks of the turn's answer */
export function judge(from, verdict) {
  from.dispatchEvent(new CustomEvent("judged", { bubbles: true, detail: verdict }));
}

/** @param {Element} from @param {string} document  the id of the one to leave out when the turn's question is asked again */
export function askWithout(from, document) {
  from.dispatchEvent(new CustomEvent("ask-without", { bubbles: true, detail: document }));
}
