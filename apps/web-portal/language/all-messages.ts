import type person from '../consent-manager/app/messages/en.json';
import type shared from './messages/en.json';

/** Every text of every set of pages. English is where a text is first written; a test holds the others to it. */
export type AllMessages = typeof shared & typeof person;

declare module 'use-intl' {
  interface AppConfig {
    Messages: AllMessages;
  }
}
