/** The thread that works out one roof: one question, one answer. */
import type { RoofRequest } from '../model/solar-roof.ts';
import { answerQuestions } from './answer-questions.ts';
import { answerRoof } from './compute-solar-roof.ts';
import { loadRayKernel } from './ray-kernel.ts';

answerQuestions(async (request: RoofRequest) => {
  await loadRayKernel();
  return answerRoof(request);
});
