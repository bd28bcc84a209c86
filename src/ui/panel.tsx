import './panel.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import { HomeView } from './home-view.tsx';
import { Icon } from './icon.tsx';
import { PanelHeader } from './panel-header.tsx';
import { ProblemList } from './problem-list.tsx';
import { SearchBox } from './search-box.tsx';
import { ToolView } from './tool-view.tsx';
import { useSheet } from './use-sheet.ts';
import { useText, useTwin } from './use-twin.ts';

// Nothing of these is in the first view: each is fetched when first opened.
const Inspector = lazy(async () => ({ default: (await import('./inspector.tsx')).Inspector }));
const QuestionView = lazy(async () => ({ default: (await import('./question-view.tsx')).QuestionView }));
const PlanView = lazy(async () => ({ default: (await import('./plan-view.tsx')).PlanView }));

/** Beside the picture on a wide screen; a sheet with three heights below it on a phone. */
export function Panel() {
  const text = useText();
  const selected = useTwin((state) => state.selection?.id);
  const question = useTwin((state) => state.question);
  const tool = useTwin((state) => state.tool);
  const plan = useTwin((state) => state.choice?.plan);
  // What a scenario keeps may be open under it: the list stays in sight when one is opened.
  const toolFirst = tool === 'scenario';
  const sheet = useSheet();
  const { openAtLeast } = sheet;
  const [wasClosed, setWasClosed] = useState(false);

  useEffect(() => {
    if (selected !== undefined || question !== undefined || tool !== undefined || plan !== undefined)
      openAtLeast('medium');
  }, [selected, question, tool, plan, openAtLeast]);

  // What opened a view is gone when it closes, so the focus goes to the start of the list.
  const close = (action: () => void) => () => {
    action();
    setWasClosed(true);
  };

  return (
    <section
      id="panel"
      tabIndex={-1}
      className="tw-panel"
      aria-label={text.panel.label}
      data-size={sheet.size}
      style={sheet.style}
    >
      <button
        type="button"
        className="tw-panel__handle"
        aria-expanded={sheet.size !== 'small'}
        aria-controls="panel-body"
        aria-label={sheet.size === 'large' ? text.panel.smaller : text.panel.larger}
        {...sheet.handleProps}
      />
      <PanelHeader>
        <button
          type="button"
          className="tw-icon-button tw-panel__collapse"
          aria-expanded={sheet.size !== 'small'}
          aria-controls="panel-body"
          aria-label={sheet.size === 'small' ? text.panel.expand : text.panel.collapse}
          onClick={sheet.toggle}
        >
          <Icon name={sheet.size === 'small' ? 'chevronDown' : 'chevronUp'} />
        </button>
      </PanelHeader>
      <SearchBox onFocus={() => openAtLeast('large')} onPick={() => sheet.setSize('medium')} />
      <div id="panel-body" className="tw-panel__body">
        <ProblemList />
        <Suspense fallback={<p className="nl-paragraph tw-section">{text.loading}</p>}>
          {tool !== undefined && (toolFirst || (selected === undefined && question === undefined)) ? (
            <ToolView key={tool} tool={tool} close={close} />
          ) : selected !== undefined ? (
            <Inspector key={selected} close={close} />
          ) : question !== undefined ? (
            <QuestionView key={question} question={question} close={close} />
          ) : plan !== undefined ? (
            <PlanView close={close} />
          ) : (
            <HomeView takeFocus={wasClosed} />
          )}
        </Suspense>
      </div>
    </section>
  );
}
