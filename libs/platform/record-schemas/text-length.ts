/** JSON Schema counts characters, a string knows its code units: a character has one of them, or two. */
function charactersOf(text: string): number {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

const onText = { type: 'string', schemaType: 'number' } as const;

/** Ajv's own count every character of every text. Here only where the length alone does not tell. */
export const textLengthKeywords = [
  {
    ...onText,
    keyword: 'minLength',
    compile: (least: number) => (text: string) =>
      text.length >= 2 * least || (text.length >= least && charactersOf(text) >= least),
  },
  {
    ...onText,
    keyword: 'maxLength',
    compile: (most: number) => (text: string) =>
      text.length <= most || (text.length <= 2 * most && charactersOf(text) <= most),
  },
];
