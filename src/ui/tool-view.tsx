import './question.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useEffect, useRef } from 'react';
import { openTool, type ToolId } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { useText, useTwin } from './use-twin.ts';

/** Fetched when first opened; a new tool is a row here, in `toolIds`, in `tool-list.tsx` and in the texts. */
const tools: Record<ToolId, LazyExoticComponent<ComponentType>> = {
  sun: lazy(async () => ({ default: (await import('./sun-tool.tsx')).SunTool })),
  window: lazy(async () => ({ default: (await import('./window-tool.tsx')).WindowTool })),
  scenario: lazy(async () => ({ default: (await import('./scenario-tool.tsx')).ScenarioTool })),
  measure: lazy(async () => ({ default: (await import('./measure-tool.tsx')).MeasureTool })),
  picture: lazy(async () => ({ default: (await import('./picture-tool.tsx')).PictureTool })),
  draw: lazy(async () => ({ default: (await import('./draw-tool.tsx')).DrawTool })),
};

interface ToolViewProps {
  readonly tool: ToolId;
  readonly close: (action: () => void) => () => void;
}

export function ToolView({ tool, close }: ToolViewProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const hasPlan = useTwin((state) => state.choice !== undefined);
  const Tool = tools[tool];

  useEffect(() => heading.current?.focus(), []);

  return (
    <article className="tw-section" aria-labelledby="tool-title">
      <Button
        purpose="subtle"
        className="tw-small-button tw-back"
        iconStart={<Icon name="chevronLeft" />}
        onClick={close(() => openTool(undefined))}
      >
        {hasPlan ? text.backToPlan : text.back}
      </Button>
      <h2 id="tool-title" className="nl-heading nl-heading--level-3" tabIndex={-1} ref={heading}>
        {text.tools[tool]}
      </h2>
      <Suspense fallback={<p className="nl-paragraph">{text.loading}</p>}>
        <Tool />
      </Suspense>
    </article>
  );
}
