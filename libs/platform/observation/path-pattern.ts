/** Segments that name one thing: ids, numbers, URIs, handles. */
const names = /\d{2,}|%|^\d$|^.{32,}$/;

/** @returns a path as one of few: `/data-sessions/0199…/parts/3?after=x` -> `/data-sessions/:id/parts/:id` */
export function pathPattern(path: string): string {
  const [bare = ''] = path.split('?');
  return bare
    .split('/')
    .map((segment) => (names.test(segment) ? ':id' : segment))
    .join('/');
}
