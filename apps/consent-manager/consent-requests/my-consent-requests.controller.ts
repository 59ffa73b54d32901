import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { requestStates } from '#domain';
import { type BrowserCall, FromBrowser, Operation } from '#platform';
import { uuid } from '#protocol';
import { consentDetail } from '../consents/consent-answers.ts';
import { ConsentViews } from '../consents/consent-views.ts';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { ApprovalService } from './approval.service.ts';
import { ApprovalPreparation } from './approval-preparation.service.ts';
import {
  approval,
  consentRequestDetail,
  consentRequestPage,
  preparedApproval,
  rejection,
  signedDraft,
} from './consent-request-answers.ts';
import { ConsentRequestReading } from './consent-request-reading.ts';
import { ConsentRequestViews } from './consent-request-views.ts';
import { RejectionService } from './rejection.service.ts';

const page = z.strictObject({
  state: z.enum(requestStates).optional(),
  before: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

const ofDecision = [
  'sign-in-required',
  'not-found',
  'request-not-pending',
  'request-expired',
  'narrowing-not-allowed',
  'narrowing-widens',
  'terms-contradictory',
  'data-type-unknown',
  'field-unknown',
  'account-not-yours',
  'no-account-covers',
] as const;

const yes = z.union([signedDraft, approval]);

@Controller('me/consent-requests')
@UseGuards(SignedInGuard)
export class MyConsentRequestsController {
  constructor(
    private readonly views: ConsentRequestViews,
    private readonly reading: ConsentRequestReading,
    private readonly preparation: ApprovalPreparation,
    private readonly approvals: ApprovalService,
    private readonly rejections: RejectionService,
    private readonly consents: ConsentViews,
  ) {}

  @Get()
  @Operation({
    summary: 'Who asks for her consent, newest first',
    security: 'session',
    answer: consentRequestPage,
    refusals: ['sign-in-required'],
  })
  list(@SignedIn() { principalId }: SignedInPrincipal, @Query({ schema: page }) query: z.output<typeof page>) {
    return this.views.list(principalId, query);
  }

  @Get(':handle')
  @Operation({
    summary:
      'What exactly is asked, by whom, which of her accounts could answer, and what it asks beside what she gave',
    security: 'session',
    answer: consentRequestDetail,
    refusals: ['sign-in-required', 'not-found'],
  })
  detail(@SignedIn() { principalId }: SignedInPrincipal, @Param('handle', { schema: uuid }) handle: string) {
    return this.reading.read(principalId, handle);
  }

  @Post(':handle/approval')
  @HttpCode(200)
  @Operation({
    summary: 'Prepares exactly what a yes would give, to be looked at and signed with a passkey',
    description: 'Lives five minutes; a newer one takes its place.',
    security: 'session',
    status: 200,
    answer: preparedApproval,
    refusals: [...ofDecision, 'cross-site-call'],
  })
  async prepare(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('handle', { schema: uuid }) handle: string,
    @Body({ schema: approval }) decision: z.output<typeof approval>,
    @FromBrowser() call: BrowserCall,
  ) {
    const prepared = await this.preparation.prepare(principalId, handle, decision, call);
    return this.views.showPrepared(prepared, principalId);
  }

  @Post(':handle/approve')
  @HttpCode(200)
  @Operation({
    summary: 'Says yes, whole or narrowed',
    description:
      'Who has a passkey says it by signing what was prepared. Approving the same twice answers the same consent; ' +
      'what was approved otherwise meanwhile, elsewhere or by a rule of hers, is refused with `approved-otherwise`.',
    security: 'session',
    status: 200,
    answer: consentDetail,
    refusals: [
      ...ofDecision,
      'passkey-required',
      'passkey-refused',
      'approval-draft-changed',
      'approved-otherwise',
      'cross-site-call',
    ],
  })
  async approve(
    @SignedIn() person: SignedInPrincipal,
    @Param('handle', { schema: uuid }) handle: string,
    @Body({ schema: yes }) said: z.output<typeof yes>,
  ) {
    const given = await this.approvals.approve(person, handle, said);
    return typeof given === 'string' ? this.consents.detail(person.principalId, given) : this.consents.show(given);
  }

  @Post(':handle/reject')
  @HttpCode(200)
  @Operation({
    summary: 'Says no',
    security: 'session',
    status: 200,
    answer: consentRequestDetail,
    refusals: ['sign-in-required', 'not-found', 'request-not-pending', 'request-expired'],
  })
  async reject(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('handle', { schema: uuid }) handle: string,
    @Body({ schema: rejection }) { reason }: z.output<typeof rejection>,
  ) {
    await this.rejections.reject(principalId, handle, reason);
    return this.reading.read(principalId, handle);
  }
}
