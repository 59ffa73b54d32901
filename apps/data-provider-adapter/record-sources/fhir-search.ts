import type { FhirClient } from './fhir-client.ts';
import { type FhirResource, isFhirResource } from './fhir-data-types.ts';
import { RecordSourceUnavailable } from './record-source-unavailable.ts';

/** Where a server's pages lead round in a ring, or never end, reading stops here. */
const pageLimit = 10_000;

/** The matches of a search, page by page; one page is held at a time. */
export async function* searchMatches(
  client: FhirClient,
  resourceType: string,
  parameters: URLSearchParams,
  signal?: AbortSignal,
): AsyncGenerator<FhirResource> {
  const first = new URL(resourceType, client.base);
  first.search = parameters.toString();
  yield* followPages(client, first, signal);
}

/**
 * The matches of a search by person: POST keeps who is searched for out of the server's access logs; servers that have
 * no POST search are asked by GET.
 */
export async function* searchPrivately(
  client: FhirClient,
  resourceType: string,
  parameters: URLSearchParams,
  signal?: AbortSignal,
): AsyncGenerator<FhirResource> {
  const answer = await client.postSearch(resourceType, parameters, signal);
  if (!answer.found) {
    yield* searchMatches(client, resourceType, parameters, signal);
    return;
  }
  yield* matchesOf(answer.resource);
  const next = nextPage(client, new URL(resourceType, client.base), answer.resource);
  if (next !== undefined) yield* followPages(client, next, signal);
}

async function* followPages(client: FhirClient, first: URL, signal?: AbortSignal): AsyncGenerator<FhirResource> {
  let url: URL | undefined = first;
  for (let page = 0; url !== undefined; page += 1) {
    if (page === pageLimit) throw new RecordSourceUnavailable('answer-too-large', `more than ${pageLimit} pages`);
    const answer = await client.get(url, signal);
    if (!answer.found) throw new RecordSourceUnavailable('refused', `HTTP ${answer.status}`);
    yield* matchesOf(answer.resource);
    url = nextPage(client, url, answer.resource);
  }
}

function* matchesOf(bundle: FhirResource): Generator<FhirResource> {
  if (bundle.resourceType !== 'Bundle') {
    throw new RecordSourceUnavailable('answer-not-understood', 'not a Bundle');
  }
  const entries: unknown = bundle['entry'] ?? [];
  if (!Array.isArray(entries)) throw new RecordSourceUnavailable('answer-not-understood', 'entry is no list');
  for (const entry of entries as Array<{ resource?: unknown; search?: { mode?: unknown } } | null>) {
    if (!isFhirResource(entry?.resource)) throw new RecordSourceUnavailable('answer-not-understood', 'an empty entry');
    // included resources and remarks on the search travel in the same list
    if (entry.search?.mode === undefined || entry.search.mode === 'match') yield entry.resource;
  }
}

function nextPage(client: FhirClient, from: URL, bundle: FhirResource): URL | undefined {
  const links: unknown = bundle['link'];
  if (!Array.isArray(links)) return undefined;
  const next = links.find((link: { relation?: unknown } | null) => link?.relation === 'next') as
    | { url?: unknown }
    | undefined;
  if (next === undefined) return undefined;
  const url = typeof next.url === 'string' && URL.canParse(next.url, from.href) ? new URL(next.url, from) : undefined;
  if (url?.origin !== client.base.origin)
    throw new RecordSourceUnavailable('answer-not-understood', 'the next page is elsewhere');
  if (url.href === from.href)
    throw new RecordSourceUnavailable('answer-not-understood', 'the next page is the same page');
  return url;
}
