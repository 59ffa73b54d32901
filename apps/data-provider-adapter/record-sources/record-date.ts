export { isWithinRange, recordDate } from '#platform';
