/** What the node says itself stands in English, also on pages in another language. */
export function NodeWords({ children }: { readonly children: string }) {
  return (
    <span lang="en" dir="ltr" className="inline-block">
      {children}
    </span>
  );
}
