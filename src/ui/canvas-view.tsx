import './canvas.css';
import './scenario.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useRef, useState } from 'react';
import type { QuestionId } from '../model/question-ids.ts';
import { type CanvasForm as CanvasFormId, countRows } from '../model/use-case-canvas.ts';
import { CanvasAbsent } from './canvas-absent.tsx';
import { CanvasFiles, CanvasSteps } from './canvas-actions.tsx';
import { CanvasEdit } from './canvas-edit.tsx';
import { CanvasOrigin } from './canvas-origin.tsx';
import { CanvasPage } from './canvas-page.tsx';
import { Icon } from './icon.tsx';
import { type Notice, ScenarioNotice } from './scenario-notice.tsx';
import { useCanvas, useCanvasText } from './use-canvas.ts';
import { useText } from './use-twin.ts';

interface CanvasViewProps {
  readonly question: QuestionId;
  readonly onClose: () => void;
}

/** What the question is for: to be read, printed and written. */
export function CanvasView({ question, onClose }: CanvasViewProps) {
  const common = useText();
  const text = useCanvasText();
  const state = useCanvas(question);
  const { canvas } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const [isEditing, setEditing] = useState(false);
  const [form, setForm] = useState<CanvasFormId>();
  const [notice, setNotice] = useState<Notice>();
  const name = text.title(common.questions[question]);

  useEffect(() => heading.current?.focus(), []);

  const shown = form ?? canvas?.form ?? 'light';
  const rows = canvas ? countRows(canvas) : 0;
  const count = text.rows(rows);

  function turn(isOn: boolean) {
    setEditing(isOn);
    // Reading goes on with the form that was written in.
    setForm(undefined);
    setNotice(undefined);
    heading.current?.focus();
  }

  return (
    <article className="tw-section tw-canvas" aria-labelledby="canvas-title">
      <Button
        purpose="subtle"
        className="tw-small-button tw-back"
        iconStart={<Icon name="chevronLeft" />}
        onClick={onClose}
      >
        {text.back}
      </Button>
      <h2
        id="canvas-title"
        className="nl-heading nl-heading--level-3"
        tabIndex={-1}
        ref={heading}
        lang={canvas?.title ? canvas.language : undefined}
      >
        {canvas?.title || name}
      </h2>
      <p className="nl-paragraph tw-canvas__intro">{text.intro}</p>
      {canvas ? (
        <>
          <CanvasOrigin canvas={canvas} question={question} isOwn={state.isOwn} />
          {!isEditing && (
            <div className="tw-row tw-canvas__screen">
              <Button
                purpose="secondary"
                className="tw-small-button"
                iconStart={<Icon name="edit" />}
                onClick={() => turn(true)}
              >
                {text.edit}
              </Button>
              <Button purpose="secondary" className="tw-small-button" onClick={() => window.print()}>
                {text.print}
              </Button>
            </div>
          )}
          {isEditing && (
            <CanvasEdit
              state={state}
              question={question}
              canvas={canvas}
              notice={notice}
              onTell={setNotice}
              onDone={() => turn(false)}
            />
          )}
          <div className={isEditing ? 'tw-canvas__paper' : 'tw-canvas__page'}>
            <CanvasPage canvas={canvas} form={isEditing ? canvas.form : shown} />
            {shown === 'light' && rows > 0 && <p className="tw-subtle tw-canvas__paper">{text.kept(count)}</p>}
          </div>
          {!isEditing && rows > 0 && (
            <button
              type="button"
              className="tw-link-button tw-canvas__screen"
              onClick={() => setForm(shown === 'light' ? 'full' : 'light')}
            >
              {shown === 'light' ? text.showAll(count) : text.showShort}
            </button>
          )}
        </>
      ) : (
        <CanvasAbsent
          state={state}
          onBegin={() => {
            state.begin(name);
            turn(true);
          }}
        />
      )}
      <div className="tw-canvas__screen tw-canvas__form">
        {!isEditing && <ScenarioNotice notice={notice} />}
        {!isEditing && <CanvasSteps question={question} state={state} onTell={setNotice} />}
        <CanvasFiles question={question} state={state} onTell={setNotice} />
      </div>
    </article>
  );
}
