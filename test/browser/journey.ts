import type { Stage } from './stage.ts';

/** What someone does from beginning to end. It throws where it cannot be done. */
export interface Journey {
  /** A sentence. */
  readonly name: string;
  /** Once in each; where absent, in English alone. */
  readonly languages?: readonly string[];
  /** Two are played at a time: each with people of its own. */
  play(stage: Stage, language: string): Promise<void>;
}

/** Plays each journey, two at a time, as they wait more than they work. @returns how many were played */
export async function playJourneys(
  stage: Stage,
  journeys: readonly Journey[],
  tell: (line: string) => void,
): Promise<number> {
  const plays = journeys.flatMap(({ name, languages = ['en'], play }) =>
    languages.map((language) => ({ name, language, play })),
  );
  const played = plays.length;
  const lane = async () => {
    for (let next = plays.shift(); next !== undefined; next = plays.shift()) {
      const where = `${next.name} (${next.language})`;
      const begun = performance.now();
      await next
        .play(stage, next.language)
        .catch((error: Error) => stage.findings.add('failure', where, error.message));
      tell(`${where} ${Math.round((performance.now() - begun) / 100) / 10} s`);
    }
  };
  await Promise.all([lane(), lane()]);
  return played;
}
