import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '#platform';

/** What these tests read of a service in a compose file. */
export interface ComposeService {
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  /** `127.0.0.1:7400-7403:7400-7403`: where a port is published, and which it is in the container. */
  readonly ports?: readonly string[];
  readonly networks?: { readonly default?: { readonly aliases?: readonly string[] } };
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test: readonly string[] };
}

export const dockerFolder = join(packageRoot(), 'docker');

export function readCompose(file: string): Readonly<Record<string, ComposeService>> {
  return parse(readFileSync(join(dockerFolder, file), 'utf8'), { merge: true }).services;
}

/** ENTRYPOINT and CMD of the image, in their JSON form. */
export function readImageCommand(): { entrypoint: string[]; command: string[] } {
  const dockerfile = readFileSync(join(dockerFolder, 'Dockerfile'), 'utf8');
  const read = (word: string) => JSON.parse(new RegExp(`^${word} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1] ?? '[]');
  return { entrypoint: read('ENTRYPOINT'), command: read('CMD') };
}

/** Where a path in a container lies on this machine: the volume mounted nearest above it. */
export function hostPath(path: string, service: ComposeService, volumesFolder: string): string {
  const mounts = (service.volumes ?? []).map((volume) => {
    const [source = '', target = ''] = volume.split(':');
    return { source: source.startsWith('./') ? join(dockerFolder, source) : join(volumesFolder, source), target };
  });
  const above = mounts.filter(({ target }) => path === target || path.startsWith(`${target}/`));
  const nearest = above.sort((one, other) => other.target.length - one.target.length)[0];
  return nearest === undefined ? path : nearest.source + path.slice(nearest.target.length);
}
