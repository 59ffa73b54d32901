/** How many data requests the limited consent allows a day; its story makes exactly so many. */
export const usesAllowed = 2;
