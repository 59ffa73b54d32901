import type { DocumentInfo } from './create-document.ts';

export function describeRole(role: string): DocumentInfo {
  return {
    title: `Assent ${role.replaceAll('-', ' ')}`,
    description: 'Signed messages are described in consent-artefacts/schema, refusals in consent-artefacts/codes.',
    version: '1',
  };
}
