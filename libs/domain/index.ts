export * from './clock/duration.ts';
export * from './clock/instant.ts';
export * from './consent-artefact/consent-terms.ts';
export * from './data-type/data-type.ts';
export * from './participant/participant.ts';
export * from './refusal/refusal.ts';
export * from './refusal/refusal-codes.ts';
export * from './refusal/refused-error.ts';
