import { MessageNotSent, Messenger } from '#platform';
import { eventually } from '#testing';
import type { ManagerUnderTest } from './manager-under-test.ts';

/** Takes the manager's mail server away until it is mended. */
export function breakMessenger(world: ManagerUnderTest) {
  const messenger = world.part(Messenger);
  const send = messenger.send.bind(messenger);
  let failures = 0;
  messenger.send = async () => {
    failures += 1;
    throw new MessageNotSent('the mail server did not take the message');
  };
  return {
    /** Until so many messages were not taken. */
    failed: (count: number) => eventually(() => failures >= count || undefined),
    mend: () => {
      messenger.send = send;
    },
  };
}
