import '@fontsource-variable/noto-sans/wght.css';
import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import '@nl-design-system-candidate/button-css/button.css';
import '@nl-design-system-candidate/data-badge-css/data-badge.css';
import '@nl-design-system-candidate/heading-css/heading.css';
import '@nl-design-system-candidate/link-css/link.css';
import '@nl-design-system-candidate/paragraph-css/paragraph.css';
import '@nl-design-system-candidate/skip-link-css/skip-link.css';
import '@utrecht/alert-css/dist/index.css';
import '@utrecht/table-css/dist/index.css';
import '@utrecht/textbox-css/dist/index.css';
import './theme.css';
import './layout.css';
import { lazy, Suspense, useEffect } from 'react';
import { Announcer } from './announcer.tsx';
import { MapControls } from './map-controls.tsx';
import { MissingMunicipality } from './missing-municipality.tsx';
import { Panel } from './panel.tsx';
import { SceneHost } from './scene-host.tsx';
import { StatusStrip } from './status-strip.tsx';
import { useLanguage, useText, useTwin } from './use-twin.ts';

const PlanOverlay = lazy(async () => ({ default: (await import('./plan-overlay.tsx')).PlanOverlay }));
const FloodBar = lazy(async () => ({ default: (await import('./flood-bar.tsx')).FloodBar }));
const HeatBar = lazy(async () => ({ default: (await import('./heat-bar.tsx')).HeatBar }));
const SolarBar = lazy(async () => ({ default: (await import('./solar-bar.tsx')).SolarBar }));
const SunlightOver = lazy(async () => ({ default: (await import('./sunlight-over.tsx')).SunlightOver }));
const CrowdBar = lazy(async () => ({ default: (await import('./crowd-bar.tsx')).CrowdBar }));
const ClaimsBar = lazy(async () => ({ default: (await import('./claims-bar.tsx')).ClaimsBar }));
const CountsBar = lazy(async () => ({ default: (await import('./counts-bar.tsx')).CountsBar }));
const Evening = lazy(async () => ({ default: (await import('./evening.tsx')).Evening }));
const LensFrame = lazy(async () => ({ default: (await import('./lens-frame.tsx')).LensFrame }));

interface AppProps {
  /** Called once with the element that the 3D picture may fill. */
  readonly onSceneElement: (element: HTMLElement) => void;
  readonly onRetry: () => void;
  readonly municipalityId: string;
}

/** Blank until the texts of the first language have come: Dutch is there at once. */
export function App(props: AppProps) {
  const isReadable = useTwin((state) => state.pageLanguage !== undefined);
  return isReadable && <Page {...props} />;
}

function Page({ onSceneElement, onRetry, municipalityId }: AppProps) {
  const text = useText();
  const language = useLanguage();
  const municipality = useTwin((state) => state.municipality);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const hasPlan = useTwin((state) => state.choice !== undefined);
  const hasFlood = useTwin((state) => state.overlays.flood.visible);
  const hasHeat = useTwin((state) => state.overlays.heat.visible);
  const hasSolar = useTwin((state) => state.overlays.solar.visible);
  const hasSunlight = useTwin((state) => state.overlays.sunlight.visible);
  const hasClaims = useTwin((state) => state.overlays.claims.visible);
  const hasCrowd = useTwin((state) => state.overlays.crowd.visible);
  const hasCounts = useTwin((state) => state.overlays.counts.visible);
  const evening = useTwin((state) => state.evening !== undefined);
  const lens = useTwin((state) => state.lens && state.scene === 'ready');
  const name = municipality.status === 'ready' ? municipality.value.name : undefined;

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = name ? `${name} · ${text.appName}` : text.appName;
  }, [language, name, text]);

  if (municipality.status === 'failed') return <MissingMunicipality id={municipalityId} onRetry={onRetry} />;
  return (
    <div className="tw-app">
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#panel">
        {text.skipToQuestions}
      </a>
      {supported && (
        <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#scene">
          {text.skipToScene}
        </a>
      )}
      <Panel />
      <SceneHost onElement={onSceneElement} />
      <Suspense>
        {lens && <LensFrame />}
        {hasPlan && <PlanOverlay />}
        {hasFlood && <FloodBar />}
        {hasSolar && <SolarBar />}
        {hasHeat && <HeatBar />}
        {hasSunlight && <SunlightOver />}
        {hasClaims && <ClaimsBar />}
        {hasCrowd && <CrowdBar />}
        {hasCounts && <CountsBar />}
        {evening && <Evening />}
      </Suspense>
      {supported && <MapControls />}
      <StatusStrip />
      <Announcer />
    </div>
  );
}
