/** Injection token of the `Catalogues` that requests are checked against. */
export const CATALOGUES = Symbol('catalogues');

/** Injection token of the words for data types and their fields, with an invented record of each. */
export const DATA_TYPE_WORDS = Symbol('data-type-words');
