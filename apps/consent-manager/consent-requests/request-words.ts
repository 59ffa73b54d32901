import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { afterApproval, type Catalogues, type DataTypeWords, describeDataTypes } from '#domain';
import { CATALOGUES, DATA_TYPE_WORDS } from '../catalogues/catalogues.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import type { ConsentRequest } from './consent-request.ts';
import type { consentRequestDetail } from './consent-request-answers.ts';

type Detail = z.output<typeof consentRequestDetail>;
export type Explanation = Pick<Detail, 'dataUser' | 'purpose' | 'dataTypes' | 'template' | 'afterApproval'>;

/** What a person must understand of a request before she decides: who, why, what exactly, and what happens after. */
@Injectable()
export class RequestWords {
  constructor(
    private readonly names: ParticipantNames,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(DATA_TYPE_WORDS) private readonly words: ReadonlyMap<string, DataTypeWords>,
  ) {}

  explain({ dataUser, terms }: ConsentRequest): Explanation {
    const { code, text } = terms.purpose;
    const purpose = this.catalogues.purposes.get(code);
    // Answers have zod's types, which know no readonly.
    const dataTypes = describeDataTypes(terms.dataTypes, this.catalogues.dataTypes, this.words) as Detail['dataTypes'];
    return {
      dataUser: { ...this.names.show(dataUser), verified: this.names.verified(dataUser) },
      purpose: { code, title: purpose?.title ?? code, description: purpose?.description ?? '', text },
      dataTypes,
      template: this.template(terms.template),
      afterApproval: afterApproval(terms),
    };
  }

  private template(id: string | undefined): Detail['template'] {
    const template = id === undefined ? undefined : this.catalogues.templates.get(id);
    if (template === undefined) return null;
    const { title, maxDataRange, maxConsentPeriod, maxDataLife, maxFrequency } = template;
    return { id: template.id, title, maxDataRange, maxConsentPeriod, maxDataLife, maxFrequency: [...maxFrequency] };
  }
}
