import './question.css';
import { Button } from '@nl-design-system-candidate/button-react';
import {
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { QuestionId } from '../model/question-ids.ts';
import { summariseView, type ViewSummary } from '../model/view-summary.ts';
import { needIndex } from '../store/load-municipality.ts';
import { type OverlayId, openQuestion, overlayIds } from '../store/twin.ts';
import { AgeAnswer } from './age-answer.tsx';
import { HeightAnswer } from './height-answer.tsx';
import { Icon } from './icon.tsx';
import { Leaflet, type PlainQuestionId } from './leaflet.tsx';
import { questionText } from './text/question.ts';
import { useLanguage, useText, useTwin } from './use-twin.ts';
import { ViewAnswer } from './view-answer.tsx';

/** What shows the answer to each question; a new question is a row here and a leaflet in the texts. */
const answers: Record<PlainQuestionId, ComponentType<{ readonly summary: ViewSummary }>> = {
  view: ViewAnswer,
  age: AgeAnswer,
  height: HeightAnswer,
};

/** Questions with an overlay: fetched when first opened, with their leaflet. */
const overlays: Record<OverlayId, LazyExoticComponent<ComponentType>> = {
  claims: lazy(async () => ({ default: (await import('./claims-answer.tsx')).ClaimsAnswer })),
  counts: lazy(async () => ({ default: (await import('./counts-answer.tsx')).CountsAnswer })),
  crowd: lazy(async () => ({ default: (await import('./crowd-answer.tsx')).CrowdAnswer })),
  flood: lazy(async () => ({ default: (await import('./flood-answer.tsx')).FloodAnswer })),
  heat: lazy(async () => ({ default: (await import('./heat-answer.tsx')).HeatAnswer })),
  solar: lazy(async () => ({ default: (await import('./solar-answer.tsx')).SolarAnswer })),
  sunlight: lazy(async () => ({ default: (await import('./sunlight-answer.tsx')).SunlightAnswer })),
};

const CanvasView = lazy(async () => ({ default: (await import('./canvas-view.tsx')).CanvasView }));

const isOverlay = (question: QuestionId): question is OverlayId => overlayIds.some((id) => id === question);

interface QuestionViewProps {
  readonly question: QuestionId;
  readonly close: (action: () => void) => () => void;
}

export function QuestionView({ question, close }: QuestionViewProps) {
  const text = useText();
  const { canvas } = questionText[useLanguage()];
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [hasCanvas, setHasCanvas] = useState(false);

  useEffect(() => heading.current?.focus(), []);

  function closeCanvas() {
    setHasCanvas(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  if (hasCanvas)
    return (
      <Suspense fallback={<p className="nl-paragraph tw-section">{text.loading}</p>}>
        <CanvasView question={question} onClose={closeCanvas} />
      </Suspense>
    );
  return (
    <article className="tw-section" aria-labelledby="question-title">
      <Button
        purpose="subtle"
        className="tw-small-button tw-back"
        iconStart={<Icon name="chevronLeft" />}
        onClick={close(() => openQuestion(undefined))}
      >
        {text.back}
      </Button>
      <h2 id="question-title" className="nl-heading nl-heading--level-3" tabIndex={-1} ref={heading}>
        {text.questions[question]}
      </h2>
      <button type="button" className="tw-link-button tw-canvas-link" ref={opener} onClick={() => setHasCanvas(true)}>
        {canvas}
      </button>
      {isOverlay(question) ? <OverlayAnswer question={question} /> : <PlainAnswer question={question} />}
    </article>
  );
}

function OverlayAnswer({ question }: { readonly question: OverlayId }) {
  const text = useText();
  const Answer = overlays[question];
  return (
    <Suspense fallback={<p className="nl-paragraph">{text.loading}</p>}>
      <Answer />
    </Suspense>
  );
}

function PlainAnswer({ question }: { readonly question: PlainQuestionId }) {
  const summary = useViewSummary();
  const Answer = answers[question];
  return (
    <>
      {typeof summary === 'string' ? <p className="nl-paragraph">{summary}</p> : <Answer summary={summary} />}
      <Leaflet question={question} />
    </>
  );
}

/** Of the view at rest, or why there is none yet. */
function useViewSummary(): ViewSummary | string {
  const text = useText();
  const footprint = useTwin((state) => state.footprint);
  const table = useTwin((state) => state.buildingTable);
  const addresses = useTwin((state) => state.addresses);
  const streets = useTwin((state) => state.streets);

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
    needIndex('streets');
  }, []);

  const summary = useMemo(() => {
    if (table.status !== 'ready' || !footprint) return undefined;
    const sources = {
      buildings: table.value,
      addresses: addresses.status === 'ready' ? addresses.value : undefined,
      streets: streets.status === 'ready' ? streets.value : undefined,
    };
    return summariseView(sources, footprint.polygon, footprint.centre);
  }, [footprint, table, addresses, streets]);
  return summary ?? (table.status === 'failed' ? text.view.unavailable : text.view.waiting);
}
