import './design.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/query-client.ts';
import type { LoadMessages } from '../language/catalogues.ts';
import { LanguageProvider, useLanguage } from '../language/language-provider.tsx';

/** Draws a set of pages: its words, its ways, and what it asks the role for. */
export function openPages(router: AnyRouter, load: LoadMessages): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <LanguageProvider load={load}>
          <QueryClientProvider client={createQueryClient()}>
            <Directed router={router} />
          </QueryClientProvider>
        </LanguageProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

function Directed({ router }: { readonly router: AnyRouter }) {
  const { language } = useLanguage();
  return (
    <DirectionProvider direction={language.direction}>
      <RouterProvider router={router} />
    </DirectionProvider>
  );
}
