import type { StoryFact } from '#domain';

/** What a role has on record of one consent, data request or data session. */
export abstract class StoryStore {
  /**
   * @param id of any of them, as this role knows it
   * @param principalId only where the consent is hers; whosever it is where absent
   * @returns undefined where there is none
   */
  abstract find(id: string, principalId?: string): Promise<readonly StoryFact[] | undefined>;
}
