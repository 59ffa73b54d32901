/** A code or a name of the wire: never translated. */
export function Code({ children }: { readonly children: string }) {
  return (
    <code dir="ltr" translate="no" className="font-mono text-sm break-words">
      {children}
    </code>
  );
}
