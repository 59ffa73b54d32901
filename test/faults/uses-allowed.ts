/** How many data requests the limited consent allows a day; its story makes exactly so many. */
export const usesAllowed = 2;

/** The same where a consent is withdrawn midway: not what its story is about. */
export const usesToSpare = 20;
