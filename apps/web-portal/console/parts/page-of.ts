/** The part of a list to ask for; the place of the next is named by the page before. */
export const pageOf = (after: string | undefined) => ({ limit: '50', ...(after !== undefined && { after }) });
