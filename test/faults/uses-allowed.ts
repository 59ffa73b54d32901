/** How many data requests the limited consent allows a day; its story makes exactly so many. */
export const usesAllowed = 2;

/** The same where the data user has to ask anew when a clock is right again. */
export const usesToSpare = 20;
