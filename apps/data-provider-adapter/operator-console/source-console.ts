import { Inject, Injectable } from '@nestjs/common';
import { type Instant, RefusedError, refuse } from '#domain';
import { AuditTrail, Database, type Operator, RecordSchemas, SETTINGS } from '#platform';
import { type TriedType, trySource } from '../described-sources/try-source.ts';
import { RecordSource } from '../record-sources/record-source.ts';
import { SourceReads } from '../record-sources/source-reads.ts';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';

export interface SourceTrial {
  readonly accountKey: string;
  readonly dataType?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

const ever = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

/** An operator who looks into an account is named in the audit trail; the account is not. */
@Injectable()
export class TrialNotes {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  note(by: Operator): Promise<void> {
    return this.database.transaction(async (tx) => {
      this.trail.write(tx, { act: 'record-source.tried', operator: by.id });
    });
  }
}

/** The record source as the institution's operators see it. */
@Injectable()
export class SourceConsole {
  constructor(
    private readonly source: RecordSource,
    private readonly reads: SourceReads,
    private readonly schemas: RecordSchemas,
    private readonly notes: TrialNotes,
    @Inject(SETTINGS)
    private readonly settings: Pick<DataProviderAdapterSettings, 'RECORD_SOURCE' | 'ACCOUNT_TIMEOUT_SECONDS'>,
  ) {}

  async list() {
    return { kind: this.settings.RECORD_SOURCE, dataTypes: [...this.source.dataTypes], reads: await this.reads.list() };
  }

  dataTypes() {
    return this.source.dataTypes.flatMap((type) => {
      const known = this.schemas.catalogue.get(type);
      if (known === undefined) return [];
      const { title, description, fields } = known;
      return [{ type, title, description, fields: [...fields], schema: this.schemas.schemaOf(type) }];
    });
  }

  /** Written down before it is read. @throws RefusedError `data-type-unknown` */
  async try({ accountKey, dataType, from, to }: SourceTrial, by: Operator) {
    if (dataType !== undefined && !this.source.dataTypes.includes(dataType)) {
      throw new RefusedError(refuse('data-type-unknown', dataType));
    }
    await this.notes.note(by);
    const range = { from: from ?? ever.from, to: to ?? ever.to };
    const timeoutMs = this.settings.ACCOUNT_TIMEOUT_SECONDS * 1000;
    const tried = await trySource(this.source, { accountKey, dataType, range, timeoutMs, showsValues: false });
    return tried.map(withoutExamples);
  }
}

/** Also masked ones tell of a person. */
function withoutExamples({ fields, refused, ...tried }: TriedType) {
  return {
    ...tried,
    refused: [...refused],
    fields: fields.map(({ path, types, records }) => ({ path, types: [...types], records })),
  };
}
