import { useState } from 'react';
import { type StepName, stepNames } from './tour-steps.ts';

/** Where a tour stands, as this window remembers it. */
export interface KeptTour {
  /** When it began: what happened before is not of it. */
  readonly since: string;
  readonly seen: readonly StepName[];
}

const name = 'assent-tour';

function readTour(): KeptTour {
  try {
    const { since, seen } = JSON.parse(sessionStorage.getItem(name) ?? '') as KeptTour;
    return { since: new Date(since).toISOString(), seen: stepNames.filter((step) => seen.includes(step)) };
  } catch {
    return { since: new Date().toISOString(), seen: [] };
  }
}

export function useTour() {
  const [tour, setTour] = useState(readTour);
  const keep = (next: KeptTour) => {
    sessionStorage.setItem(name, JSON.stringify(next));
    setTour(next);
  };
  return {
    tour,
    see: (step: StepName) => keep({ ...tour, seen: [...tour.seen, step] }),
    beginAgain: () => keep({ since: new Date().toISOString(), seen: [] }),
  };
}
