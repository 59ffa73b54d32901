import { Problem } from '../../../api/problem.ts';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { useArrival } from './arrival.ts';

/** Why a sign-in by another service led to nothing. It is gone with the next page. */
export function SignInRefused() {
  const { refused } = useArrival();
  return refused === undefined ? null : (
    <div className="mb-6">
      <ProblemNotice error={new Problem(refused, 400)} />
    </div>
  );
}
