import { type CanActivate, Injectable } from '@nestjs/common';

/** Lets pass only calls with `Authorization: Bearer <key>`, the key being that of API_KEY_FILE. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  canActivate(): boolean {
    throw new Error('not yet');
  }
}
