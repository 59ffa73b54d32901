import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { ConsentMode } from '#domain';
import { SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import type { HandOverPlace } from './hand-over.ts';

/** Where the settings say that records go. */
@Injectable()
export class HandOverPlaces {
  private readonly places: readonly HandOverPlace[];

  constructor(@Inject(SETTINGS) settings: Pick<DataUserGatewaySettings, 'HAND_OVER_FOLDER' | 'HAND_OVER_PUSH_URLS'>) {
    const { HAND_OVER_FOLDER: folder, HAND_OVER_PUSH_URLS: urls = [] } = settings;
    this.places = [
      ...(folder === undefined ? [] : [{ kind: 'file', target: resolve(folder) } as const]),
      ...[...new Set(urls)].map((target) => ({ kind: 'push', target }) as const),
    ];
  }

  get folders(): readonly string[] {
    return this.places.filter(({ kind }) => kind === 'file').map(({ target }) => target);
  }

  /** Records for viewing only are shown, and not handed on. */
  of(mode: ConsentMode): readonly HandOverPlace[] {
    return mode === 'VIEW' ? [] : this.places;
  }
}
