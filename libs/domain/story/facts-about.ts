import type { StoryFact } from './story-fact.ts';

/**
 * Of all that is on record of a consent, what concerns one data session or data request.
 * @param id of a session, of a data request, or of the consent itself: then it is all
 */
export function factsAbout(facts: readonly StoryFact[], id: string): readonly StoryFact[] {
  const ofSession = facts.find(({ sessionId }) => sessionId === id);
  if (ofSession !== undefined) {
    const { dataRequestId: request } = ofSession;
    const isOfRequest = ({ sessionId, dataRequestId }: StoryFact) =>
      sessionId === undefined && dataRequestId !== undefined && dataRequestId === request;
    return facts.filter((fact) => fact.sessionId === id || isOfRequest(fact));
  }
  const ofRequest = facts.filter(({ dataRequestId }) => dataRequestId === id);
  return ofRequest.length > 0 ? ofRequest : facts;
}
