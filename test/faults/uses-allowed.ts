/** How many data requests the consent allows a day; the story makes exactly so many. */
export const usesAllowed = 2;
