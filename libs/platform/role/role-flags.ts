/**
 * What Node is started with to run a role (docs/decisions/0030). V8 takes a server that holds fifty megabytes and leaves
 * fifty more behind each second for a page that is about to be left: it collects the whole heap every few seconds, and
 * forgets each time what it had compiled and learnt of code that no call was in just then.
 */
export const roleFlags = ['--initial-old-space-size=256', '--no-flush-bytecode', '--retain-maps-for-n-gc=1000'];
