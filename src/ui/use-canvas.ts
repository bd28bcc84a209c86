import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import { beginCanvas, editCanvas, givenCanvas, givenCanvases, needCanvases } from '../store/canvas.ts';
import { canvasText } from './text/canvas.ts';
import { useLanguage, useTwin } from './use-twin.ts';

export const useCanvasText = () => canvasText[useLanguage()];

export interface CanvasState {
  /** What is shown: the visitor's own, else the municipality's; undefined where there is none. */
  readonly canvas: UseCaseCanvas | undefined;
  readonly isOwn: boolean;
  readonly hasGiven: boolean;
  readonly isLoading: boolean;
  /** Why the municipality's could not be read. */
  readonly problem: string | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly edit: (change: (canvas: UseCaseCanvas) => UseCaseCanvas) => void;
  readonly begin: (title: string) => void;
}

export function useCanvas(question: string): CanvasState {
  const language = useLanguage();
  const history = useTwin((state) => state.canvases[question]);
  const baseUrl = useTwin((state) => state.baseUrl);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const given = useStore(givenCanvases);

  useEffect(() => {
    if (isReady) void needCanvases();
  }, [isReady]);

  const municipal = givenCanvas(given, baseUrl, question, language);
  const { canvases } = given;
  return {
    canvas: history?.present ?? municipal,
    isOwn: history?.present !== undefined,
    hasGiven: municipal !== undefined,
    isLoading: !isReady || canvases.status === 'idle' || canvases.status === 'running',
    problem: canvases.status === 'failed' ? canvases.message : undefined,
    canUndo: (history?.past.length ?? 0) > 0,
    canRedo: (history?.future.length ?? 0) > 0,
    edit: (change) => editCanvas(question, language, change),
    begin: (title) => beginCanvas(question, title, language),
  };
}
