/**
 * The shapes of the API's replies, as JSDoc types.
 *
 * @typedef {[number, number]} Range  from (counted in characters) and to, end not included
 *
 * @typedef {object} Reading  cited lines as running text
 * @property {string} text
 * @property {Range[]} highlights
 *
 * @typedef {object} Citation
 * @property {string} document
 * @property {string} source
 * @property {string} title
 * @property {number | null} page
 * @property {string[]} section
 * @property {Range} lines  first and last line, both included
 * @property {string} quote
 * @property {Range | null} highlight
 * @property {string | null} [page_label]  what the page says it is, where that is another number
 * @property {Reading | null} [reading]
 *
 * @typedef {object} CellPlace
 * @property {string | null} caption
 * @property {string[]} row
 * @property {string[]} column
 * @property {string} [table]
 *
 * @typedef {object} Figure
 * @property {string} text
 * @property {number} value
 * @property {number} scale
 * @property {string | null} unit
 * @property {number} amount
 * @property {string | null} period
 * @property {string} label
 * @property {string} measure
 * @property {boolean} approximate
 * @property {number} confidence
 * @property {Citation} citation
 * @property {CellPlace | null} cell
 *
 * @typedef {object} Passage
 * @property {string} id
 * @property {string} document
 * @property {string} source
 * @property {string} title
 * @property {number | null} page
 * @property {string[]} section
 * @property {Range} lines
 * @property {string} kind
 * @property {string} text
 * @property {Range[]} highlights
 * @property {number} score
 * @property {string | null} table
 * @property {string | null} [page_label]
 * @property {Reading | null} [reading]
 *
 * @typedef {object} Comparison
 * @property {string} operation
 * @property {number[]} operands
 * @property {{value: number, unit: string | null} | null} result
 * @property {number | null} [considered]  among how many the largest or smallest was found, where that is more than the operands
 *
 * @typedef {object} Overview
 * @property {string} title
 * @property {string[]} columns
 * @property {{unit: string | null, scale: number | null}[]} [units]  of each column; null where they differ
 * @property {{label: string, total?: boolean, cells: {figure: number | null, state: string}[]}[]} rows
 * @property {{label: string, cells: ({value: number, unit: string | null} | null)[]}[]} [computed]
 * @property {string[]} [others]  what the question could also have meant
 * @property {string[]} [lacking]  words of the question that its tables do not say
 *
 * @typedef {object} Reply
 * @property {string} question
 * @property {string} resolved_question
 * @property {"answered" | "not_found"} status
 * @property {number} confidence
 * @property {string | null} answer
 * @property {Figure[]} figures
 * @property {Comparison | null} comparison
 * @property {Passage[]} passages
 * @property {Overview | null} [overview]
 * @property {Record<string, unknown>} trace
 * @property {number} took_ms
 *
 * @typedef {object} AskRequest
 * @property {string} question
 * @property {string[]} [history]
 * @property {string[]} [documents]
 *
 * @typedef {object} DocumentInfo
 * @property {string} id
 * @property {string} source
 * @property {string} title
 * @property {string | null} kind
 * @property {number | null} year  the one it is about
 * @property {string | null} [publisher]
 * @property {number | null} [published]  the year it came out
 * @property {number | null} pages
 * @property {number} [lines]
 * @property {string} [media_type]
 * @property {string} [language]
 * @property {number} [passages]
 * @property {Unread[]} [unread]
 *
 * @typedef {object} Unread  pages that were not read, and why
 * @property {string} state  pictures or damaged
 * @property {number} count
 * @property {number} total  how many pages the document has
 * @property {Range[]} pages  runs of physical pages, first and last
 *
 * @typedef {object} Section
 * @property {string[]} path
 * @property {number} level
 * @property {number} page
 * @property {string | null} [page_label]
 * @property {Range} lines
 *
 * @typedef {DocumentInfo & {sections: Section[], page_list: {number: number, label: string | null, lines: Range, state: string}[]}} Outline
 *
 * @typedef {object} Match  one place where the words stand; they may run over several lines
 * @property {number} page
 * @property {{line: number, start: number, end: number}[]} spans
 *
 * @typedef {object} Found
 * @property {Match[]} matches
 * @property {boolean} complete  whether there are no more
 *
 * @typedef {object} TextLine
 * @property {number} number
 * @property {number} page
 * @property {string | null} [page_label]
 * @property {string} text
 *
 * @typedef {object} TableCell
 * @property {number} row
 * @property {number} column
 * @property {string} text
 * @property {string} printed  with the signs that are printed beside a number
 * @property {string} kind
 * @property {string | null} [value]
 * @property {string | null} [unit]
 *
 * @typedef {object} Table
 * @property {string} id
 * @property {string} document
 * @property {string | null} caption
 * @property {string[]} section
 * @property {number} page
 * @property {{path: string[]}[]} columns
 * @property {{path: string[], lines: number[]}[]} rows
 * @property {TableCell[]} cells
 * @property {{mark: string | null, text: string}[]} notes
 */

export {};
