import { z } from 'zod';
import { contactsFile, dotted, everyAccounts, everyDataType, label, milliseconds, path } from './description-parts.ts';

const parameter = z.string().regex(/^[\w.[\]-]{1,100}$/, 'the name of a query parameter');
const localPath = z
  .string()
  .max(2000)
  .regex(/^\/(?!\/)[^?#\\]*$/, 'begins with / and holds no ?, # or \\');

/** How the server says that there is more. */
const paging = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('link'), at: dotted.describe('Where the address of the next page stands.') }),
  z.strictObject({ by: z.literal('page'), parameter, first: z.int().min(0).max(1).default(1) }),
  z.strictObject({ by: z.literal('cursor'), parameter, at: dotted.describe('Where the next cursor stands.') }),
]);

const dataType = z
  .strictObject({
    ...everyDataType,
    path: localPath.describe('Beneath the base address; {key} and {account} are filled in.'),
    query: z
      .record(parameter, z.string().max(500))
      .default({})
      .describe('{key}, {account}, {from}, {to}, {fromDate}, {toDate} are filled in.'),
    items: dotted.optional().describe('Where the list stands; the whole answer where absent.'),
    record: dotted.optional().describe('Where in an item the record stands; the item itself where absent.'),
    owner: dotted.describe('Where in an item the key stands: an item with another is never taken.'),
    paging: paging.optional(),
  })
  .refine((type) => [type.path, ...Object.values(type.query)].some((text) => /\{(key|account)\}/.test(text)), {
    message: 'neither path nor query holds {key}: the answer would be about everybody',
  });

const token = z.union([
  z.strictObject({ bearerFile: path.describe('Read again for every call.') }),
  z.strictObject({
    tokenUrl: z.url({ protocol: /^https?$/ }),
    clientId: z.string().min(1).max(500),
    clientSecretFile: path,
    scope: z.string().min(1).max(1000).optional(),
  }),
]);

/** Any service that answers GET with JSON. */
export const restDescription = z.strictObject({
  kind: z.literal('rest'),
  baseUrl: z.url({ protocol: /^https?$/ }),
  plainHttp: z.boolean().default(false).describe('Allows http to another machine.'),
  token: token.optional(),
  timeoutMilliseconds: milliseconds(10_000).describe('For one call.'),
  answerLimitBytes: z.int().min(1000).max(1_073_741_824).default(33_554_432).describe('For one page.'),
  pageLimit: z.int().min(1).max(100_000).default(10_000),
  label,
  accounts: z.union([
    contactsFile,
    z.strictObject({
      path: localPath,
      method: z
        .enum(['POST', 'GET'])
        .default('POST')
        .describe('POST sends {"<email>": …} as JSON; GET puts the contact into the address, where logs keep it.'),
      email: parameter.optional().describe('The name an email address is asked by.'),
      tel: parameter.optional().describe('The name a telephone number (E.164) is asked by.'),
      items: dotted.optional(),
      account: dotted,
      emailAt: dotted.optional(),
      telAt: dotted.optional(),
      ...everyAccounts,
    }),
  ]),
  dataTypes: z.record(z.string(), dataType),
});

export type RestDescription = z.output<typeof restDescription>;
export type RestDataType = z.output<typeof dataType>;
export type Paging = z.output<typeof paging>;
