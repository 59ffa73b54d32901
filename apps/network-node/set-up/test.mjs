import { readFileSync, rmSync } from 'node:fs';
import { runInForeground, toolEnvironment } from './child.mjs';
import { secondsSince } from './progress.mjs';
import { inProject } from './project.mjs';

/** The report of the latest run, in vitest's JSON form: `.ci/run` reads from it which tests were skipped. */
export const reportFile = inProject('.assent', 'test-report.json');

/** Runs every test, or those whose paths the arguments name. `--json` writes one object to stdout, the rest to stderr. */
export async function runTests(node, args) {
  const start = performance.now();
  const isJson = args.includes('--json');
  rmSync(reportFile, { force: true });
  const exitCode = await runInForeground(
    node,
    [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...args.filter((arg) => arg !== '--json'),
    ],
    { env: toolEnvironment(), stdio: ['ignore', isJson ? 2 : 'inherit', 'inherit'] },
  );
  const { passed, failed, skipped } = countTests();
  const ok = exitCode === 0 && failed === 0;
  const summary = { ok, passed, failed, skipped, seconds: secondsSince(start) };
  console.log(isJson ? JSON.stringify(summary) : `${passed} passed, ${failed} failed, ${skipped} skipped`);
  return ok ? 0 : exitCode || 1;
}

/** A file that could not even be loaded has no tests to count: it counts as one failure. */
function countTests() {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
