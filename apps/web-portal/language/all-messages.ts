import type person from '../consent-manager/app/messages/en.json';
import type manager from '../consent-manager/console/messages/en.json';
import type console from '../console/messages/en.json';
import type provider from '../data-provider-adapter/console/messages/en.json';
import type dataUser from '../data-user-gateway/console/messages/en.json';
import type tour from '../tour/messages/en.json';
import type registry from '../trust-registry/console/messages/en.json';
import type shared from './messages/en.json';

/** Of the pages of operators. */
type ConsoleMessages = typeof console & typeof manager & typeof provider & typeof dataUser & typeof registry;

/** Every text of every set of pages. English is where a text is first written; a test holds the others to it. */
export type AllMessages = typeof shared & typeof person & typeof tour & ConsoleMessages;

declare module 'use-intl' {
  interface AppConfig {
    Messages: AllMessages;
  }
}
