import { Injectable } from '@nestjs/common';
import { PrincipalStore } from '../principals/principal-store.ts';

/** Whether a person hears of requests by mail. One-time codes are sent whatever she chooses. */
@Injectable()
export class MailChoice {
  constructor(private readonly principals: PrincipalStore) {}

  isOn(principalId: string): Promise<boolean> {
    return this.principals.isMailed(principalId);
  }

  choose(principalId: string, on: boolean): Promise<void> {
    return this.principals.setMailed(principalId, on);
  }
}
