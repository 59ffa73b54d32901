import type { VisitedPage, VisitedSet } from './page-set.ts';
import type { Look } from './stage.ts';

/** Pictures of some pages in one look. */
export interface PictureSeries {
  /** Ends the names of its pictures. */
  readonly name: string;
  readonly look: Look;
  /** Sets, and pages as `<set>/<page>`; where absent, every page. */
  readonly of?: readonly string[];
}

const desk = { language: 'en', width: 1280, theme: 'light' } as const;
const phone = { language: 'en', width: 390, theme: 'light' } as const;

/** Pictures are kept with the sources, and cost every reader of them: all pages once, some in other looks. */
export const pictureSeries: readonly PictureSeries[] = [
  { name: 'desk', look: desk },
  { name: 'phone', look: phone, of: ['person', 'tour'] },
  {
    name: 'desk-dark',
    look: { ...desk, theme: 'dark' },
    of: ['person/timeline', 'provider/overview', 'manager/requests', 'tour'],
  },
  {
    name: 'phone-dark',
    look: { ...phone, theme: 'dark' },
    of: ['person/request', 'person/timeline', 'troubled-manager/overview'],
  },
  { name: 'phone-arabic', look: { ...phone, language: 'ar' }, of: ['person/request', 'person/consents', 'tour'] },
  { name: 'phone-hindi', look: { ...phone, language: 'hi' }, of: ['person/request', 'person/timeline'] },
  { name: 'phone-spanish', look: { ...phone, language: 'es' }, of: ['person/request'] },
  { name: 'desk-arabic', look: { ...desk, language: 'ar' }, of: ['person/timeline', 'provider/data-session'] },
];

/** @returns the pages of a set that a series shows */
export function pagesIn({ of }: PictureSeries, { name, pages }: VisitedSet): readonly VisitedPage[] {
  const isNamed = (page: string) => of === undefined || of.includes(name) || of.includes(`${name}/${page}`);
  return pages.filter((page) => (page.picturedIn ?? name) === name && isNamed(page.name));
}
