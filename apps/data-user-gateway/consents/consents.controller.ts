import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { RefusedError, refuse, standingAt } from '#domain';
import { ApiKeyGuard, Clock, Operation } from '#platform';
import { uuid } from '#protocol';
import { type IdPage, idPage, withoutNulls } from '../api/api-forms.ts';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { DataRequestStore } from '../data-requests/data-request-store.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { describeSession } from '../data-sessions/session-view.ts';
import { HandOverStore } from '../hand-over/hand-over-store.ts';
import { consentDetailView, consentsView, type consentView } from './consent-views.ts';

@Controller('consents')
@UseGuards(ApiKeyGuard)
export class ConsentsController {
  constructor(
    private readonly consents: HeldConsentStore,
    private readonly requests: DataRequestStore,
    private readonly sessions: DataSessionStore,
    private readonly handOvers: HandOverStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Operation({ summary: 'Consents given, newest first', security: 'api-key', answer: consentsView })
  async list(@Query({ schema: idPage }) { after, limit = 50 }: IdPage) {
    const found = await this.consents.list({ after, limit });
    return { consents: found.map((consent) => this.describe(consent)) };
  }

  @Get(':id')
  @Operation({
    summary: 'One consent, what was fetched under it, and when that must be gone',
    security: 'api-key',
    answer: consentDetailView,
    refusals: ['consent-unknown'],
  })
  async get(@Param('id', { schema: uuid }) id: string) {
    const consent = await this.consents.find(id);
    if (consent === undefined) throw new RefusedError(refuse('consent-unknown', id));
    const [asked, sessions] = [await this.requests.listOfConsent(id), await this.sessions.listOfConsent(id)];
    const handOvers = await this.handOvers.listOfSessions(sessions.map((session) => session.id));
    const living = sessions.filter(({ receivedAt, erasedAt }) => receivedAt !== null && erasedAt === null);
    const eraseBy = living.map((session) => session.eraseBy ?? '').reduce((a, b) => (a > b ? a : b), '');
    return {
      ...this.describe(consent),
      usesSoFar: asked.filter(({ state }) => state === 'AUTHORISED').length,
      records: living.reduce((sum, { records }) => sum + records, 0),
      ...(eraseBy === '' ? {} : { eraseBy }),
      sessions: sessions.map((session) => describeSession(session, handOvers)),
    };
  }

  /** Its state as of now: expiry and resumption by date come by themselves. */
  private describe({ id, manager, handle, standing, claims, artefact, receivedAt }: HeldConsent) {
    const { terms } = claims;
    return withoutNulls({
      ...{ id, consentManager: manager, handle, version: standing.version, resumeAt: standing.resumeAt },
      state: standingAt(this.clock.now(), standing, terms.consentPeriod.expiry),
      ...{ terms, claims, artefact, receivedAt },
    }) as z.output<typeof consentView>;
  }
}
