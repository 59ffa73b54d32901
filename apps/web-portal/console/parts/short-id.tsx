const shown = 8;

/** An opaque id by its end, as logs and the command line show it; whole when pointed at. */
export function ShortId({ id }: { readonly id: string }) {
  return (
    <code title={id} dir="ltr" className="font-mono text-sm whitespace-nowrap">
      {id.length > shown + 1 ? `…${id.slice(-shown)}` : id}
    </code>
  );
}
