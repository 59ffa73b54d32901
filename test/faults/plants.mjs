// Defects that a round must find: what stands in the built roles, and what stands there instead once it is planted.
export const plants = {
  /** A part is handed out, whatever became of the consent. */
  'part-unchecked': {
    found:
      /const refusal = checkConsent\(this\.questions\.ask\(consent, session, \{\s*unlinkedAccounts,\s*inactiveParticipants\s*\}\)\);/,
    by: 'const refusal = void 0;',
  },
  /** A token is renewed, whatever became of the consent. */
  'renewal-unchecked': {
    found: /checkGround\(session\) \{\n/,
    by: 'checkGround() {\nreturn void 0;\n',
  },
  /** An event is acknowledged as it comes, and applied afterwards. */
  'acknowledged-before-applied': {
    found:
      /(if \(await this\.isApplied\(handler, event, receipt\)\) return;\s*await this\.database\.transaction\(async \(tx\) => \{\s*tx\.attach\(receivedEvent[\s\S]*?await handler\.handle\(tx, event\);\s*\}\);)/,
    by: 'void (async () => { $1 })().catch(() => void 0);',
  },
  /** An event is acknowledged once it was handled, and saved afterwards. */
  'acknowledged-before-saved': {
    found:
      /await (this\.database\.transaction\(async \(tx\) => \{\s*tx\.attach\(receivedEvent[\s\S]*?await handler\.handle\(tx, event\);)(\s*\}\));/,
    by: 'await new Promise((handled, failed) => $1 handled();$2.catch(failed));',
  },
  /** The first pause that the consent manager is asked for ends in a fault of its own; the next goes through. */
  'pause-faulty-at-first': {
    found: /const standing = orRefuse\(moveConsent\(given\.consent\.standing, act, resumeAt\)\);/,
    by: "if (act === 'pause' && !(globalThis.pausedBefore++ >= 0)) { globalThis.pausedBefore = 0; throw new Error('planted'); }$&",
  },
  /** Of what has left the bank, its audit trail says nothing. */
  'release-unrecorded': {
    found: /noted: this\.trail\.prepare\(released, \{/,
    by: 'noted: this.trail.prepare({',
  },
  /** Files that were handed over are said to be erased, and stay. */
  'files-left': {
    found: /const others = await folder\.remove\(there\);/,
    by: 'const others = 0;',
  },
  /** The sealer loses the last of several entries: its chain is whole, and its tree is signed. */
  'sealed-but-one': {
    found: /await this\.judge\(tx, pending\)/,
    by: '(await this.judge(tx, pending)).slice(0, Math.max(1, pending.length - 1))',
  },
};
