import type { OperatorRight } from '#domain';
import { OperatorsService, ownOrigins, type RoleSettings, type RunningRole, SETTINGS } from '#platform';
import { SoftwareAuthenticator } from '../passkey/software-authenticator.ts';

export interface OperatorAnswer {
  readonly status: number;
  // Specs look into answers as they come.
  // biome-ignore lint/suspicious/noExplicitAny: JSON
  readonly json: any;
  readonly headers: Headers;
}

/** An operator of a running role, as the pages of the role are one: a passkey, a cookie, calls of the own origin. */
export class OperatorClient {
  readonly device = new SoftwareAuthenticator();
  readonly origin: string;
  id = '';
  cookie: string | undefined;

  constructor(readonly role: RunningRole) {
    const settings = role.app.get<RoleSettings>(SETTINGS, { strict: false });
    this.origin = ownOrigins(settings).at(-1) ?? '';
  }

  /** Invited on the machine of the node, and signed in. */
  static async join(role: RunningRole, name: string, may: OperatorRight): Promise<OperatorClient> {
    const operators = role.app.get(OperatorsService, { strict: false });
    const { invitation } = await operators.inBook((book) => book.invite(name, may));
    const client = new OperatorClient(role);
    const { status, json } = await client.join(invitation);
    if (status !== 201) throw new Error(`joining was answered ${status} ${json.code}`);
    return client;
  }

  async join(invitation: string): Promise<OperatorAnswer> {
    const begun = await this.post('/operator/join/options', { invitation });
    if (begun.status !== 200) return begun;
    const { ceremonyId, publicKey } = begun.json;
    const response = await this.device.make(publicKey, { origin: this.origin });
    return this.signedIn(await this.post('/operator/join', { invitation, ceremonyId, response }));
  }

  /** Another passkey, on the same device or on another. */
  async addPasskey(name: string, device = this.device): Promise<OperatorAnswer> {
    const { ceremonyId, publicKey } = (await this.post('/operator/passkeys/options')).json;
    const response = await device.make(publicKey, { origin: this.origin });
    return this.post('/operator/passkeys', { ceremonyId, response, name });
  }

  async signInDemo(may: OperatorRight): Promise<OperatorAnswer> {
    return this.signedIn(await this.post('/operator/demo-session', { may }));
  }

  async signIn(): Promise<OperatorAnswer> {
    const { ceremonyId, publicKey } = (await this.post('/operator/sign-in/options', {})).json;
    const response = await this.device.use(publicKey, { origin: this.origin });
    return this.signedIn(await this.post('/operator/sign-in', { ceremonyId, response }));
  }

  get(path: string): Promise<OperatorAnswer> {
    return this.call('GET', path);
  }

  post(path: string, body: object = {}): Promise<OperatorAnswer> {
    return this.call('POST', path, { body });
  }

  patch(path: string, body: object): Promise<OperatorAnswer> {
    return this.call('PATCH', path, { body });
  }

  delete(path: string): Promise<OperatorAnswer> {
    return this.call('DELETE', path);
  }

  async call(
    method: string,
    path: string,
    { body, site = 'same-origin' }: { body?: object; site?: string } = {},
  ): Promise<OperatorAnswer> {
    const answer = await fetch(`${this.role.url}${path}`, {
      method,
      headers: {
        origin: this.origin,
        'sec-fetch-site': site,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true && text !== '';
    return {
      status: answer.status,
      json: isJson && !text.includes('\n{') ? JSON.parse(text) : text,
      headers: answer.headers,
    };
  }

  private signedIn(answer: OperatorAnswer): OperatorAnswer {
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    this.id = answer.json.id ?? this.id;
    return answer;
  }
}
