/** Something else listens where a role was to listen. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(
    readonly host: string,
    readonly port: number,
  ) {
    super(`Port ${port} on ${host} is in use: set PORT to another, or to 0 for any free one.`);
  }
}
