/** The thread that computes a view from a window: one question, one answer. */
import { answerQuestions } from './answer-questions.ts';
import { answerOutlook } from './compute-outlook.ts';

answerQuestions(answerOutlook);
