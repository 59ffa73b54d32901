/** Injection token of the closed lists: purposes, data types, templates. */
export const CATALOGUES = Symbol('catalogues');
