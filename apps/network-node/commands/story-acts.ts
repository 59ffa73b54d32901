import { momentWords, retryWords, type StoryActor, type StoryStep, tellStory } from '#domain';
import type { Here } from '../demo/here.ts';
import { findStories, type RoleStory } from '../stories/find-stories.ts';
import { demoStoryPlaces, hereStoryPlaces, type StoryPlaces } from '../stories/story-places.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { bold, dim, red, Terminal } from '../terminal/terminal.ts';

interface StoryOptions {
  readonly as?: string;
  readonly json?: boolean;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The operator of which role reads: its own acts are "you". */
const readers: Readonly<Record<string, StoryActor>> = {
  'consent-manager': 'consent-manager',
  'data-provider-adapter': 'data-provider',
  'data-user-gateway': 'data-user',
};

export async function showStory(
  here: Here,
  environment: Readonly<Record<string, string | undefined>>,
  id: string,
  options: StoryOptions,
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  if (!uuid.test(id)) throw new CommandFailure('usage', 'a story is asked for by a whole id');
  const places: StoryPlaces =
    options.as === undefined ? await hereStoryPlaces(here, environment) : await demoStoryPlaces(here, options.as);
  try {
    const found = await findStories(places.places, id);
    if (found.length === 0) throw new CommandFailure('not-found', `no role here has anything on record of ${id}`);
    const stories = found.map((story) => ({ name: story.name, role: story.role, steps: stepsOf(story, here) }));
    terminal.answer({ ok: true, stories }, () => {
      for (const { name, steps } of stories) {
        terminal.say(bold(name));
        for (const step of steps) showStep(terminal, step);
      }
    });
  } finally {
    await places.close();
  }
}

function stepsOf({ role, facts }: RoleStory, here: Here): StoryStep[] {
  return tellStory(facts, {
    as: readers[role] ?? 'consent-manager',
    nameOf: (participant) => here.titleOf(participant),
  });
}

function showStep(terminal: Terminal, { at, who, what, failure }: StoryStep): void {
  terminal.say(`  ${dim(momentWords(at))}  ${who} ${what}`);
  if (failure === undefined) return;
  const { code, why, next, retry, how } = failure;
  terminal.say(`      ${red('✘')} ${why} [${code}]`);
  terminal.say(dim(`      → ${next} ${retryWords[retry]}${how === undefined ? '' : ` ${how}`}`));
}
