import { valueAt } from '../record-sources/exact-json.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { RestClient } from './rest-client.ts';
import type { Paging } from './rest-description.ts';

export interface Pages {
  readonly first: URL;
  readonly items: string | undefined;
  readonly paging: Paging | undefined;
  readonly pageLimit: number;
}

/** The items of a list, page by page; one page is held at a time. Pages that lead round in a ring are not followed. */
export async function* readItems(client: RestClient, pages: Pages, signal?: AbortSignal): AsyncGenerator<unknown> {
  const seen = new Set<string>();
  let url: URL | undefined = firstOf(pages);
  let before = '';
  for (let n = 0; url !== undefined; n += 1) {
    if (n === pages.pageLimit) throw new RecordSourceUnavailable('answer-too-large', `more than ${n} pages`);
    if (seen.has(url.href))
      throw new RecordSourceUnavailable('answer-not-understood', 'the pages lead round in a ring');
    seen.add(url.href);
    const answer = await client.get(url, signal);
    if (!answer.found) {
      if (n === 0) return;
      throw new RecordSourceUnavailable('refused', `HTTP ${answer.status}`);
    }
    const items = itemsOf(answer.json, pages.items);
    // A service that does not know the parameter gives its first page for ever.
    if (items.length > 0 && answer.text === before) {
      throw new RecordSourceUnavailable('answer-not-understood', 'the next page is the same page');
    }
    before = answer.text;
    yield* items;
    url = nextOf(client, pages, url, answer.json, items.length);
  }
}

export function itemsOf(json: unknown, at: string | undefined): unknown[] {
  const items = valueAt(json, at);
  if (!Array.isArray(items))
    throw new RecordSourceUnavailable('answer-not-understood', `${at ?? 'the answer'} is no list`);
  return items;
}

function firstOf({ first, paging }: Pages): URL {
  const url = new URL(first);
  if (paging?.by === 'page') url.searchParams.set(paging.parameter, String(paging.first));
  return url;
}

function nextOf(client: RestClient, { paging }: Pages, from: URL, json: unknown, count: number): URL | undefined {
  if (paging === undefined) return undefined;
  const next = new URL(from);
  if (paging.by === 'page') {
    next.searchParams.set(paging.parameter, String(Number(from.searchParams.get(paging.parameter)) + 1));
    return count === 0 ? undefined : next;
  }
  const pointer = valueAt(json, paging.at);
  if (pointer === undefined || pointer === null || pointer === '') return undefined;
  if (paging.by === 'cursor') {
    if (typeof pointer !== 'string' && typeof pointer !== 'number') throw elsewhere('the cursor is no text');
    next.searchParams.set(paging.parameter, String(pointer));
    return next;
  }
  const url = typeof pointer === 'string' && URL.canParse(pointer, from.href) ? new URL(pointer, from) : undefined;
  if (url?.origin !== client.base.origin) throw elsewhere('the next page is elsewhere');
  return url;
}

const elsewhere = (what: string) => new RecordSourceUnavailable('answer-not-understood', what);
