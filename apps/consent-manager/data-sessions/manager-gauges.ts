import { Injectable, type OnModuleInit } from '@nestjs/common';
import { logContext } from '#platform';
import { DataErasureStore } from '../data-erasure/data-erasure-store.ts';
import { DataSessionStore } from './data-session-store.ts';

/** What the manager's operator watches of other participants: words that do not match, data that should be gone. */
@Injectable()
export class ManagerGauges implements OnModuleInit {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly erasures: DataErasureStore,
  ) {}

  onModuleInit(): void {
    const observer = logContext.getStore()?.observer;
    observer?.gauge('data_sessions_unmatched', 'Data sessions of which both sides speak differently.', () =>
      this.sessions.countUnmatched(),
    );
    observer?.gauge('erasures_overdue', 'Data sessions whose data should be gone, without a receipt.', () =>
      this.erasures.countOverdue(),
    );
  }
}
