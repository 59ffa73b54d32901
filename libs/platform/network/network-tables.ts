import type { ListedClass } from '../role/role.ts';

/** The tables NetworkModule needs: every role that imports it lists these before its own. */
export const platformEntities: ListedClass[] = [];
export const platformMigrations: ListedClass[] = [];
