/** The thread that works out what a plan changes of the sun on roofs: one question, one answer. */
import type { SolarPlanRequest } from '../model/solar-plan.ts';
import { answerQuestions } from './answer-questions.ts';
import { answerPlan } from './compute-solar-plan.ts';
import { loadRayKernel } from './ray-kernel.ts';

answerQuestions(async (request: SolarPlanRequest) => {
  await loadRayKernel();
  return answerPlan(request);
});
