/** The thread that works out what a plan changes of the sun on roofs: one question, one answer. */
import type { SolarPlanRequest } from '../model/solar-plan.ts';
import { answerPlan } from './compute-solar-plan.ts';
import { loadRayKernel } from './ray-kernel.ts';
import type { SolarPlanReply } from './start-solar-plan.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<SolarPlanRequest>) => void;
  postMessage: (reply: SolarPlanReply) => void;
};

scope.onmessage = async ({ data }) => {
  try {
    await loadRayKernel();
    scope.postMessage({ result: await answerPlan(data) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
