/** This filler has nothing more to do: the session ended, was taken over, or waits for someone to fetch. */
export class FillHalted extends Error {
  override readonly name = 'FillHalted';
}
