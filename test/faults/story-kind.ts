/** What the consent of a round is for: so many uses a day; one use; or paused and withdrawn while the data is on its way. */
export type StoryKind = 'limited' | 'one-time' | 'withdrawn-midway';

export const storyKinds: [StoryKind, ...StoryKind[]] = ['limited', 'one-time', 'withdrawn-midway'];
