import type { ReactNode } from 'react';
import { EmbedButton } from './embed-button.tsx';
import { LanguageButton } from './language-button.tsx';
import { ShareButton } from './share-button.tsx';
import { useText, useTwin } from './use-twin.ts';

/** `children`: what stands beside the name. */
export function PanelHeader({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const municipality = useTwin((state) => state.municipality);
  const ready = municipality.status === 'ready' ? municipality.value : undefined;
  return (
    <header className="tw-header">
      <div className="tw-header__name">
        <h1 className="tw-title">{ready?.name ?? text.appName}</h1>
        {ready?.fictional && <span className="nl-data-badge">{text.fictional}</span>}
        {children}
      </div>
      <div className="tw-header__actions">
        <ShareButton />
        <EmbedButton />
        <LanguageButton />
      </div>
    </header>
  );
}
