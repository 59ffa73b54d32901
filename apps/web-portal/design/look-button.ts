/** The button of the menu for language and appearance, before the menu has come and after. */
export const lookButton =
  'flex size-11 items-center justify-center rounded-lg text-soft hover:bg-sunken hover:text-ink';
