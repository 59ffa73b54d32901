import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What came back, whatever it was. `json` holds the problem where it was refused. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: specs look into answers of many forms
  readonly json: any;
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

export function payloadOf<T>(token: string): T {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

interface World {
  readonly url: string;
  readonly outbox: string;
}

/** The code in the newest message to this contact. */
export async function newestCode(outbox: string, contact: string): Promise<string> {
  const whole = (await readdir(outbox)).filter((name) => name.endsWith('.json'));
  const names = whole.sort().reverse();
  for (const name of names) {
    const { to, text } = JSON.parse(await readFile(join(outbox, name), 'utf8'));
    const code = /\b\d{6}\b/.exec(text)?.[0];
    if (to.value === contact.toLowerCase() && code !== undefined) return code;
  }
  throw new Error(`nothing was sent to ${contact}`);
}

/** A data principal at her consent manager, played by a test. */
export class Person {
  token = '';
  principal = '';

  constructor(
    private readonly world: World,
    readonly email: string,
  ) {}

  static async signIn(world: World, name: string, email = `${name}@mail.example`): Promise<Person> {
    const person = new Person(world, email);
    const contact = { kind: 'email', value: email };
    const { json } = await person.post('/sign-in/codes', { contact });
    const code = await newestCode(world.outbox, email);
    const answer = await person.post('/sign-in/sessions', { signInId: json.signInId, code, principal: name });
    if (answer.status !== 201) throw new Error(answer.text);
    Object.assign(person, { token: answer.json.token, principal: answer.json.principal });
    return person;
  }

  /** Links whatever the provider offers. */
  async link(dataProvider: string): Promise<{ id: string; dataTypes: string[] }[]> {
    const { json } = await this.post('/me/account-links/discover', { dataProvider });
    const answer = await this.post('/me/account-links/confirm', { linkRequestId: json.linkRequestId, code: '123456' });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json.links;
  }

  get = (path: string) => this.call('GET', path);
  post = (path: string, body?: object) => this.call('POST', path, body);
  patch = (path: string, body?: object) => this.call('PATCH', path, body);
  put = (path: string, body: object) => this.call('PUT', path, body);
  delete = (path: string) => this.call('DELETE', path);

  async timeline(): Promise<string[]> {
    const { json } = await this.get('/me/timeline?limit=200');
    return json.entries.map(({ kind }: { kind: string }) => kind);
  }

  private async call(method: string, path: string, body?: object): Promise<Answer> {
    const headers = {
      ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return answerOf(await fetch(`${this.world.url}${path}`, { method, headers, ...content }));
  }
}
