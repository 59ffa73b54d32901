/**
 * Entries of what operators did, and of what was done with them on the machine of the node. Within a string a quote stands
 * behind a backslash: no value of an entry can look like this.
 */
export const byOperators = `entry LIKE '%"operator":"%' OR entry LIKE '%"act":"operator.%'`;
