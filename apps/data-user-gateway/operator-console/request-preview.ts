import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Catalogues, type ConsentTemplate, type DataTypeWords, describeDataTypes } from '#domain';
import { type RoleSettings, SETTINGS, templateFile } from '#platform';
import { consentTerms, notice, participantId } from '#protocol';
import { CATALOGUES, DATA_TYPE_WORDS } from '../consent-requests/catalogues.ts';
import { type ConsentAskDraft, ConsentRequestsService } from '../consent-requests/consent-requests.service.ts';

const titled = z.strictObject({ code: z.string(), title: z.string(), description: z.string() });
export const templatesView = z
  .strictObject({
    templates: z.array(
      z.strictObject({
        ...templateFile.shape,
        purposeTitles: z.array(titled),
        dataTypeTitles: z.array(z.strictObject({ type: z.string(), title: z.string() })),
      }),
    ),
  })
  .meta({ id: 'ConsentTemplates' });

export const previewView = z
  .strictObject({
    dataUser: z.strictObject({ id: participantId, name: z.string() }),
    purpose: titled.describe('Of the code list; what is written in the terms stands below it.'),
    terms: consentTerms.describe('In full: with what the template adds.'),
    notice,
    mayBeNarrowed: z.boolean(),
    dataTypes: z.array(
      z.strictObject({
        type: z.string(),
        title: z.string(),
        description: z.string(),
        fields: z
          .array(z.strictObject({ name: z.string(), title: z.string() }))
          .describe('Those that are asked for, in plain words: all there are where none were named.'),
        example: z.record(z.string(), z.unknown()).describe('An invented record with no more than these fields.'),
      }),
    ),
  })
  .meta({ id: 'ConsentRequestPreview' });

/** What can be asked, and how it looks to whom it is asked of. */
@Injectable()
export class RequestPreview {
  constructor(
    private readonly requests: ConsentRequestsService,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(DATA_TYPE_WORDS) private readonly words: ReadonlyMap<string, DataTypeWords>,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'PARTICIPANT_NAME'>,
  ) {}

  templates() {
    return [...this.catalogues.templates.values()].map((template: ConsentTemplate) => ({
      ...template,
      purposeTitles: template.purposes.map((code) => this.purpose(code)),
      dataTypeTitles: template.dataTypes.map(({ type }) => ({
        type,
        title: this.catalogues.dataTypes.get(type)?.title ?? type,
      })),
    }));
  }

  /** @throws RefusedError as it would be refused when asked */
  of(draft: ConsentAskDraft) {
    const terms = this.requests.fill(draft);
    const { PARTICIPANT_ID: id, PARTICIPANT_NAME: name } = this.settings;
    const { notice, mayBeNarrowed } = draft;
    return {
      dataUser: { id, name },
      purpose: this.purpose(terms.purpose.code),
      terms,
      notice,
      mayBeNarrowed,
      dataTypes: describeDataTypes(terms.dataTypes, this.catalogues.dataTypes, this.words),
    };
  }

  private purpose(code: string) {
    const { title = code, description = '' } = this.catalogues.purposes.get(code) ?? {};
    return { code, title, description };
  }
}
