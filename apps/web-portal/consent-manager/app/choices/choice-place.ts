import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** The place of a rule on the page of rules. */
export const placeOf = (id: string): string => `rule-${id}`;

/** Brings the rule that the address names before her: rules come after the page has been drawn. */
export function useNamedPlace(id: string): RefObject<HTMLLIElement | null> {
  const place = useRef<HTMLLIElement>(null);
  const isNamed = useLocation({ select: ({ hash }) => hash === placeOf(id) });
  useEffect(() => {
    if (isNamed) place.current?.focus();
  }, [isNamed]);
  return place;
}
