/** The thread that knows the shapes of roof planes. */
import type { RoofShapesQuestion } from '../model/roof-shapes.ts';
import { answerQuestions } from './answer-questions.ts';
import { answerShapes } from './compute-roof-shapes.ts';

answerQuestions((question: RoofShapesQuestion) => answerShapes(question));
