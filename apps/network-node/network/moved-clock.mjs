// Preloaded into processes of a network that somebody tries out (NODE_OPTIONS=--import): the time of day of the process
// is the machine's and so many milliseconds as stand in MOVED_CLOCK_FILE, read at the start and again at SIGUSR2.
import { readFileSync } from 'node:fs';

if (process.env.NODE_ENV === 'production') throw new Error('in production nobody moves the clock');

const MachineDate = Date;
let movedBy = 0;
const read = () => {
  movedBy = Number(readFileSync(process.env.MOVED_CLOCK_FILE, 'utf8'));
};
read();
process.on('SIGUSR2', read);
const now = () => MachineDate.now() + movedBy;
globalThis.Date = new Proxy(MachineDate, {
  construct: (date, given, target) => Reflect.construct(date, given.length === 0 ? [now()] : given, target),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
});
