import { logContext } from './log-context.ts';
import type { ActKind, ObservedAct } from './observer.ts';

/** Begins an act of the role at work, as part of the one under way. Nothing, where nobody watches. */
function beginAct(kind: ActKind, name: string): ObservedAct | undefined {
  const context = logContext.getStore();
  return context?.observer?.begin(kind, name, context.act?.traceparent);
}

/** Does `fn` as an act that is watched; its outcome is `ok` or the code of what it throws. */
export async function observed<T>(kind: ActKind, name: string, fn: () => Promise<T>): Promise<T> {
  const context = logContext.getStore();
  const act = beginAct(kind, name);
  if (context === undefined || act === undefined) return fn();
  return logContext.run({ ...context, act }, async () => {
    try {
      const result = await fn();
      act.end('ok', false);
      return result;
    } catch (error) {
      act.end(codeOf(error), true);
      throw error;
    }
  });
}

/** Tells whoever watches the role at work of a refusal. */
export function observeRefusal(code: string): void {
  logContext.getStore()?.observer?.refused(code);
}

const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' && code.length < 40 ? code : String(name ?? 'error').slice(0, 40);
};
