export interface PeerCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the endpoint that the trust list names for the role, with a slash in front. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that hold for one address: a proof names the address it is for. */
  readonly proveFor?: (url: string) => Promise<Readonly<Record<string, string>>>;
  readonly body?: string | Uint8Array;
  /** The largest answer to take; 1 MiB where absent. */
  readonly maxBytes?: number;
}

export interface PeerAnswer {
  readonly status: number;
  /** Lower-case names; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface CallOptions {
  /** JSON text, unless `headers` names another content type. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
