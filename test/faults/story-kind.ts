/**
 * What the consent of a round is for: so many uses a day; one use; or paused and withdrawn while the data is on its way;
 * or one use of two providers, of which one fails at first. */
export type StoryKind = 'limited' | 'one-time' | 'withdrawn-midway' | 'two-providers';

export const storyKinds: [StoryKind, ...StoryKind[]] = ['limited', 'one-time', 'withdrawn-midway', 'two-providers'];
