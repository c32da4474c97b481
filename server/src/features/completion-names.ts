/** What of a line behind the cursor belongs to the word that is being completed. */

/** The rest of an id, reference, handle or date. */
export const REST_OF_NAME = /^[\p{L}\p{M}\p{N}_.@-]*/u;
/** The rest of a word. */
export const REST_OF_WORD = /^[\p{L}\p{N}]*/u;
/** The rest of a keyword or property name, with its colon. */
export const REST_OF_KEYWORD = /^(?:[\p{L} -]{0,20}:[ \t]*)?/u;
/** A measure may go on in any way: nothing of it is taken away. */
export const NOTHING = /^/;
