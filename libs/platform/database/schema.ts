/** A class that TypeORM is given: an entity, or a migration (its name ends in a 13-digit timestamp). */
// biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for what it takes
export type ListedClass = Function;

export interface Schema {
  readonly name: string;
  readonly entities: ListedClass[];
  readonly migrations: ListedClass[];
}
