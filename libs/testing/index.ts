export * from './clock/hand-set-clock.ts';
