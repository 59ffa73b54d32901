/** What a record must look like is asked by whoever hands it over and by whoever receives it. */
export { type RecordProblem, RecordSchemas } from '#platform';
