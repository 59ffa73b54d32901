import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { dirname } from 'node:path';
import { type CanActivate, type ExecutionContext, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RefusedError, refuse } from '#domain';
import { ensurePrivateFolder, readOrCreatePrivateFile } from '../keys/private-file.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';

/**
 * Lets pass only calls with `Authorization: Bearer <key>`: the key in API_KEY_FILE, made at first start with mode 0600.
 * List it among the providers of the module that uses it.
 */
@Injectable()
export class ApiKeyGuard implements CanActivate, OnModuleInit {
  private digest: Buffer | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'API_KEY_FILE'>) {}

  async onModuleInit(): Promise<void> {
    const file = this.settings.API_KEY_FILE;
    if (file === undefined) throw new Error('API_KEY_FILE is not set: this role has an API for own systems');
    await ensurePrivateFolder(dirname(file));
    const key = await readOrCreatePrivateFile(file, async () => `${randomBytes(32).toString('base64url')}\n`);
    if (key.trim().length < 32) throw new Error('the key in API_KEY_FILE is shorter than 32 characters');
    this.digest = digestOf(key.trim());
  }

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const key = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(headers.authorization ?? '')?.[1];
    // Digests have one length and tell nothing by where they differ.
    if (this.digest === undefined || key === undefined || !timingSafeEqual(digestOf(key), this.digest)) {
      throw new RefusedError(refuse('api-key-invalid'));
    }
    return true;
  }
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
