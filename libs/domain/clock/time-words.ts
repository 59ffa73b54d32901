import type { Instant } from './instant.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (at: Instant) => months[Number(at.slice(5, 7)) - 1] ?? '';

/** As people read it: `21 Nov 2026` */
export const dayWords = (at: Instant): string => `${Number(at.slice(8, 10))} ${monthOf(at)} ${at.slice(0, 4)}`;

/** `21 Nov 2026 11:49 UTC` */
export const momentWords = (at: Instant): string => `${dayWords(at)} ${at.slice(11, 16)} UTC`;
