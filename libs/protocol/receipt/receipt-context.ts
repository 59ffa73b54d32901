/** Terms whose values are names of other things, not text. */
const named = { '@type': '@id' } as const;
const moment = { '@type': 'xsd:dateTime' } as const;

/**
 * The JSON-LD context of every receipt: it stands in the receipt itself, so that reading one needs no network. Terms are
 * those of the W3C's Data Privacy Vocabulary (DPV 2) and its guide for ISO/IEC TS 27560; what it has no word for is `assent:`.
 */
export const receiptContext = {
  dpv: 'https://w3id.org/dpv#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  assent: 'urn:assent:receipt:',
  'dct:conformsTo': { '@id': 'dct:conformsTo', ...named },
  'dct:created': { '@id': 'dct:created', ...moment },
  'dct:publisher': { '@id': 'dct:publisher', ...named },
  'dpv:hasDataController': { '@id': 'dpv:hasDataController', ...named },
  'dpv:hasDataSource': { '@id': 'dpv:hasDataSource', ...named },
  'dpv:hasLegalBasis': { '@id': 'dpv:hasLegalBasis', ...named },
  'dpv:hasProcessing': { '@id': 'dpv:hasProcessing', ...named },
  'dpv:hasRecipient': { '@id': 'dpv:hasRecipient', ...named },
  'dpv:isExercisedAt': { '@id': 'dpv:isExercisedAt', ...named },
  'dpv:isIndicatedAtTime': { '@id': 'dpv:isIndicatedAtTime', ...moment },
  /** What proves it: signed tokens, openings of digests and proofs, opaque to whoever reads the rest as linked data. */
  evidence: { '@id': 'assent:evidence', '@type': '@json' },
  signature: { '@id': 'assent:signature' },
} as const;

/** Where the JSON Schemas of receipts are named; the version changes with them. */
export const receiptSchemas = {
  consent: 'https://assent.example/schema/consent-receipt.schema.json',
  release: 'https://assent.example/schema/release-receipt.schema.json',
} as const;
