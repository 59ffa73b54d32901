import type { StoryFact } from '#domain';
import { Database, openForReading, type StoryStore } from '#platform';
import { PostgresStoryStore as ManagerStories } from '../../consent-manager/stories/postgres-story-store.ts';
import { PostgresStoryStore as ProviderStories } from '../../data-provider-adapter/stories/postgres-story-store.ts';
import { PostgresStoryStore as UserStories } from '../../data-user-gateway/stories/postgres-story-store.ts';
import type { StoryPlace } from './story-places.ts';

export interface RoleStory {
  readonly name: string;
  readonly role: string;
  readonly facts: readonly StoryFact[];
}

const stores: Readonly<Record<string, new (database: Database) => StoryStore>> = {
  'consent-manager': ManagerStories,
  'data-provider-adapter': ProviderStories,
  'data-user-gateway': UserStories,
};

/** PostgreSQL's code for a table that is not there. */
const undefinedTable = '42P01';

/** Whatever the roles have on record under this id. Reads only. */
export async function findStories(places: readonly StoryPlace[], id: string): Promise<RoleStory[]> {
  const found = await Promise.all(places.map((place) => findStory(place, id)));
  return found.filter((story) => story !== undefined);
}

async function findStory({ name, role, schema, settings }: StoryPlace, id: string): Promise<RoleStory | undefined> {
  const Store = stores[role.name];
  if (Store === undefined) return undefined;
  const { entities, migrations } = role;
  const dataSource = await openForReading({ name: schema, entities, migrations }, settings);
  try {
    const facts = await new Store(new Database(dataSource)).find(id);
    return facts && { name, role: role.name, facts };
  } catch (error) {
    // A role of ROLES that was never started here has no tables, and no stories.
    if ((error as { code?: string }).code === undefinedTable) return undefined;
    throw error;
  } finally {
    await dataSource.destroy();
  }
}
