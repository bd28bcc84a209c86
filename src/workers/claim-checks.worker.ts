/** The thread that holds a plan against rules: one question, one answer. */
import type { ClaimCheckRequest } from '../model/check-claims.ts';
import { answerQuestions } from './answer-questions.ts';
import { answerClaimChecks } from './check-plan.ts';

answerQuestions((request: ClaimCheckRequest) => answerClaimChecks(request));
