/** Injection token of the `Catalogues` that requests are checked against. */
export const CATALOGUES = Symbol('catalogues');
