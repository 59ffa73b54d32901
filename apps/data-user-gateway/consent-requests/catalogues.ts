/** Injection token of the closed lists: purposes, data types, templates. */
export const CATALOGUES = Symbol('catalogues');

/** Injection token of what a person reads of each data type: titles of its fields, an invented record. */
export const DATA_TYPE_WORDS = Symbol('data-type-words');
